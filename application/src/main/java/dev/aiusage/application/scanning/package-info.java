/**
 * Finding the logs that coding tools left on this machine and taking in what is new in them, again and again.
 */
@NullMarked
package dev.aiusage.application.scanning;

import org.jspecify.annotations.NullMarked;
