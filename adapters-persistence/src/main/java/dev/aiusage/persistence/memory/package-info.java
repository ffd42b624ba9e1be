/**
 * Storage in this process, for demonstrations and tests: nothing is kept after the end.
 * It passes the same contract tests as PostgreSQL, so that what is tried here holds there.
 */
@NullMarked
package dev.aiusage.persistence.memory;

import org.jspecify.annotations.NullMarked;
