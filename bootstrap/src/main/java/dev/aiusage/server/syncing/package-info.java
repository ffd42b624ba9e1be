/** One pass of synchronisation from the command line: in this process, or by the service that runs on the same home. */
@NullMarked
package dev.aiusage.server.syncing;

import org.jspecify.annotations.NullMarked;
