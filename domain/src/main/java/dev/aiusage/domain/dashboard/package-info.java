/**
 * From a user's stored days to what is shown: one merged series for each tool, totals, the heatmap and streaks.
 * Pure functions over values; where the values come from is of no concern.
 */
@NullMarked
package dev.aiusage.domain.dashboard;

import org.jspecify.annotations.NullMarked;
