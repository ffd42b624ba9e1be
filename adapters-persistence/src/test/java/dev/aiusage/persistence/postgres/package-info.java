/** The contracts of the storages, held by PostgreSQL, and what only PostgreSQL must hold: policies, plans and migrations. */
@NullMarked
package dev.aiusage.persistence.postgres;

import org.jspecify.annotations.NullMarked;
