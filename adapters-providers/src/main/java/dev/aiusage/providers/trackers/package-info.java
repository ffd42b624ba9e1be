/**
 * Readers of what other programs print that count usage on a developer's machine, so that whoever used one of these brings its
 * history along. Each names tools in its own way and knows other things: what it does not know stays unknown. They reckon cost by
 * list prices, and show 0 where they have none.
 */
@NullMarked
package dev.aiusage.providers.trackers;

import org.jspecify.annotations.NullMarked;
