/**
 * Readers of the logs and exports that coding tools leave behind.
 * Formats change without notice, so a reader takes what it knows, counts what it does not, and never fails as a whole.
 */
@NullMarked
package dev.aiusage.providers.files;

import org.jspecify.annotations.NullMarked;
