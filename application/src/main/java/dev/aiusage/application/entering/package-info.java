/**
 * Usage that a person tells: typed in, or read off something and looked over. It carries dates and no instants, and each row is
 * the whole word of its source on one day of one tool, so that a correction takes the place of what was told before. What no day
 * can have is refused here, whoever brings it.
 */
@NullMarked
package dev.aiusage.application.entering;

import org.jspecify.annotations.NullMarked;
