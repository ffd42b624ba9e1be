/**
 * The series behind every chart: a user's usage by periods, whole or by tool, model, project, language or member. Made from
 * the merged days of a {@link dev.aiusage.domain.dashboard.Dashboard}, so that both always show the same totals.
 */
@NullMarked
package dev.aiusage.domain.series;

import org.jspecify.annotations.NullMarked;
