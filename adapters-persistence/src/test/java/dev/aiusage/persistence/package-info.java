/**
 * What every storage must hold, as interfaces of tests. Each technology implements them and adds only what is its own.
 */
@NullMarked
package dev.aiusage.persistence;

import org.jspecify.annotations.NullMarked;
