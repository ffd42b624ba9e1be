/**
 * The home directory of a service on one machine, and the real PostgreSQL that lives in it when no {@code DATABASE_URL}
 * is given. It exists because the embedded servers made for tests trust every local user, switch durability off and
 * outlive a killed JVM, none of which may happen to somebody's history. Only {@code dev.aiusage.server} uses it; what
 * enters here is about files, processes and logins, never about usage data or migrations.
 */
@NullMarked
package dev.aiusage.server.embedded;

import org.jspecify.annotations.NullMarked;
