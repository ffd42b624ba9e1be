/**
 * Runs the service as a program: settings, command line, HTTP, embedded database.
 * Only this package may use the optional dependencies, so that embedding the service never needs them.
 */
@NullMarked
package dev.aiusage.server;

import org.jspecify.annotations.NullMarked;
