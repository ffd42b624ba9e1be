/**
 * Taking in files: formats, their readers, and what became of a file. Idempotent: a file read twice changes nothing.
 */
@NullMarked
package dev.aiusage.application.importing;

import org.jspecify.annotations.NullMarked;
