/**
 * The commands of the program. Each reads the settings, does one thing with the assembled service and ends with a status: 0
 * fine, 1 failed, 2 wrong use.
 */
@NullMarked
package dev.aiusage.server.commands;

import org.jspecify.annotations.NullMarked;
