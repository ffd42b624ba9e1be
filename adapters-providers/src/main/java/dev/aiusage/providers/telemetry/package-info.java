/**
 * The telemetry that coding tools send while they run, by OTLP over HTTP. Each tool has a dialect of its own: names of metrics and
 * events, and what they mean; a new tool is a class more and a fixture. What no dialect knows is passed over without a word, as
 * clients would only send it again; texts of prompts, names of accounts and the like go no further than this package.
 */
@NullMarked
package dev.aiusage.providers.telemetry;

import org.jspecify.annotations.NullMarked;
