/**
 * A user's integrations: finding and opening them. The keys of vendors and their synchronisation get their room beside it.
 */
@NullMarked
package dev.aiusage.application.integrations;

import org.jspecify.annotations.NullMarked;
