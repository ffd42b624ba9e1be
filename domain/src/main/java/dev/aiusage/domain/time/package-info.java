/**
 * Ranges of days, how they are cut into periods, and the plausibility of instants. No clock is read here: whoever calls brings
 * today and the zone.
 */
@NullMarked
package dev.aiusage.domain.time;

import org.jspecify.annotations.NullMarked;
