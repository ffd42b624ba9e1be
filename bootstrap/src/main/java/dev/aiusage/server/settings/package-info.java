/**
 * What an operator sets, by environment variables or options of the same names. Read and checked once, at the start: what is
 * wrong stops it with one line, and nobody else sees a variable.
 */
@NullMarked
package dev.aiusage.server.settings;

import org.jspecify.annotations.NullMarked;
