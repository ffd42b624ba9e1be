/**
 * One pass of synchronisation from the command line, where a service runs on the same home already and alone may open it: the
 * command has that service do the work, and shows how it goes. Otherwise the command synchronises in its own process.
 */
@NullMarked
package dev.aiusage.server.syncing;

import org.jspecify.annotations.NullMarked;
