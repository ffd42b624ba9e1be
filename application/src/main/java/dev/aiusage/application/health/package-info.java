/**
 * Whether the service can do its work.
 */
@NullMarked
package dev.aiusage.application.health;

import org.jspecify.annotations.NullMarked;
