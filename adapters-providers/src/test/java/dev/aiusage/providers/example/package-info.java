/**
 * A made-up vendor and its client, which this module's README shows as the example to follow. They are tests, so that the example
 * always builds and works, and is in no jar.
 */
@NullMarked
package dev.aiusage.providers.example;

import org.jspecify.annotations.NullMarked;
