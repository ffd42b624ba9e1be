/** Tests of the readers of exported tables, each with totals that were counted apart from them. */
@NullMarked
package dev.aiusage.providers.trackers;

import org.jspecify.annotations.NullMarked;
