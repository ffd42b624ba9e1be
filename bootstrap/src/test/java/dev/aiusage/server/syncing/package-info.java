/** Synchronisation by real processes: with one of them killed, and from the command line. */
@NullMarked
package dev.aiusage.server.syncing;

import org.jspecify.annotations.NullMarked;
