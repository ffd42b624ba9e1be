/**
 * The schedule of synchronisations in PostgreSQL, worked on by db-scheduler: any number of instances of the service share it, each
 * turn is taken by one of them, and that of an instance that was killed by another. The schedule belongs to no user, so this is the
 * one place beside the users' transactions that goes to the database; it sees no other table.
 */
@NullMarked
package dev.aiusage.persistence.postgres.scheduling;

import org.jspecify.annotations.NullMarked;
