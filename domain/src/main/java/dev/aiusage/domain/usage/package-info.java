/**
 * What was used: measures that know whether they are known, events with an instant, and days. The rules for adding
 * them up, and for telling two copies of one event apart, live here, so that every storage counts alike.
 */
@NullMarked
package dev.aiusage.domain.usage;

import org.jspecify.annotations.NullMarked;
