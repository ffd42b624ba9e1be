/** Tests of the readers of logs and exports, with transcripts written for them. */
@NullMarked
package dev.aiusage.providers.files;

import org.jspecify.annotations.NullMarked;
