/**
 * Usage of this machine for a terminal: read straight from the logs that coding tools left, shown as a table or as JSON, and kept
 * nowhere. The numbers are those of the service, as both ask the same use cases.
 */
@NullMarked
package dev.aiusage.server.reporting;

import org.jspecify.annotations.NullMarked;
