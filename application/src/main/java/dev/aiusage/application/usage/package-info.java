/**
 * Keeping and reading usage: events, days, and what a user has. Both storages implement these ports and pass one contract.
 */
@NullMarked
package dev.aiusage.application.usage;

import org.jspecify.annotations.NullMarked;
