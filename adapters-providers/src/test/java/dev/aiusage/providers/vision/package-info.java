/** Pictures, read by a model that is played here. */
@NullMarked
package dev.aiusage.providers.vision;

import org.jspecify.annotations.NullMarked;
