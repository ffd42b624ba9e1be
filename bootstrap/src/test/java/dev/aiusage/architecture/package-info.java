/** The rules of the layout, and proof that each of them bites. */
@NullMarked
package dev.aiusage.architecture;

import org.jspecify.annotations.NullMarked;
