/**
 * Storage in PostgreSQL, for everyone who wants to keep their data.
 * jOOQ records live here and nowhere else; what leaves is a domain value.
 */
@NullMarked
package dev.aiusage.persistence.postgres;

import org.jspecify.annotations.NullMarked;
