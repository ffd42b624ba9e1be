/**
 * Cursor's Admin API: what a team's members did day by day, and its single usage events. Each of the two knows what the other
 * does not, and both tell of the same requests, so each measure is taken from one of them; some plans have only one.
 */
@NullMarked
package dev.aiusage.providers.cursor;

import org.jspecify.annotations.NullMarked;
