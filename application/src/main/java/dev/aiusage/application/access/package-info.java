/**
 * Ingest tokens: what lets a machine bring usage for its user and do nothing else. The text of a token is shown once and kept
 * by nobody here; its hash is enough to know it again.
 */
@NullMarked
package dev.aiusage.application.access;

import org.jspecify.annotations.NullMarked;
