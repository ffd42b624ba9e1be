/** Tests of taking in telemetry, on fakes. */
@NullMarked
package dev.aiusage.application.telemetry;

import org.jspecify.annotations.NullMarked;
