/**
 * Keeps vendor keys unreadable at rest.
 * Each key has a data key of its own, wrapped by the operator's key, so that a stolen table tells nothing.
 */
@NullMarked
package dev.aiusage.persistence.encryption;

import org.jspecify.annotations.NullMarked;
