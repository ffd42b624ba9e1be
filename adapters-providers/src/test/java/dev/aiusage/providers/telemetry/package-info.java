/** Tests of the telemetry decoder, with payloads as the tools document them. */
@NullMarked
package dev.aiusage.providers.telemetry;

import org.jspecify.annotations.NullMarked;
