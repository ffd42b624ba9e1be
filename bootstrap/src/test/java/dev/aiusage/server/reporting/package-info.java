/** What is printed of this machine's usage, by the program and by its parts. */
@NullMarked
package dev.aiusage.server.reporting;

import org.jspecify.annotations.NullMarked;
