/**
 * Telemetry that knows no single events: sums that a tool reports again and again while they grow. What was done is the rise from
 * one report to the next, so that repeated, late and lost reports change nothing.
 */
@NullMarked
package dev.aiusage.domain.telemetry;

import org.jspecify.annotations.NullMarked;
