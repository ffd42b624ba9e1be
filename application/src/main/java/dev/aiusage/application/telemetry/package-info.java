/**
 * Taking in what tools report of themselves while they run. A request of which they tell by its id becomes an event like that of a
 * log; sums that only grow are kept as such, and count where nothing finer is known of the same work.
 */
@NullMarked
package dev.aiusage.application.telemetry;

import org.jspecify.annotations.NullMarked;
