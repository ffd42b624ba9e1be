/**
 * A host application: what it does to embed the service, seen from outside of the service's packages, so that only what is
 * public can be used.
 */
@NullMarked
package dev.aiusage.embedding;

import org.jspecify.annotations.NullMarked;
