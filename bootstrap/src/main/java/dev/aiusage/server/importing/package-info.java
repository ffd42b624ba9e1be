/**
 * The work of the import command: finding files, showing progress, and handing files to the use case or, where a service already
 * runs on the home, to that service over HTTP, with the same numbers.
 */
@NullMarked
package dev.aiusage.server.importing;

import org.jspecify.annotations.NullMarked;
