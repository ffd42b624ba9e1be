/** What several tests of the assembled service share: usage to import, and JVMs of their own to run the program in. */
@NullMarked
package dev.aiusage.testing;

import org.jspecify.annotations.NullMarked;
