/**
 * Showing usage: the dashboard, the heatmap, and the series of charts. Reads one consistent picture of a user's usage and lets
 * the domain merge it.
 */
@NullMarked
package dev.aiusage.application.dashboard;

import org.jspecify.annotations.NullMarked;
