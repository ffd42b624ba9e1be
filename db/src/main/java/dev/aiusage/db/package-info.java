/**
 * The schema of the service: migrations as resources, and beside them the classes that jOOQ generates from them.
 * The migrations are the only description of the schema; the classes follow at each build and are never edited.
 */
@NullMarked
package dev.aiusage.db;

import org.jspecify.annotations.NullMarked;
