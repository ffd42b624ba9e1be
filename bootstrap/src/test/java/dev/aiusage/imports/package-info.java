/** What holds of every format of files that can be imported, whatever a file holds. */
@NullMarked
package dev.aiusage.imports;

import org.jspecify.annotations.NullMarked;
