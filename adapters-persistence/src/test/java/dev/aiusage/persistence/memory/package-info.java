/** The contracts of the storages, held by the one in memory. */
@NullMarked
package dev.aiusage.persistence.memory;

import org.jspecify.annotations.NullMarked;
