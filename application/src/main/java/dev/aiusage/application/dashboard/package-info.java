/**
 * Showing usage: the dashboard and the heatmap. Reads one consistent picture of a user's usage and lets the domain merge it.
 */
@NullMarked
package dev.aiusage.application.dashboard;

import org.jspecify.annotations.NullMarked;
