/**
 * How fast the service is, measured against the least that could be done. Run by {@code mvn -Pbench verify} and by nothing else:
 * each prints its ratio, since what a machine can do is no matter of right or wrong.
 */
@NullMarked
package dev.aiusage.bench;

import org.jspecify.annotations.NullMarked;
