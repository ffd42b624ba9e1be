/**
 * Who connected, changed, removed or rotated what, and when. Ids only: no names, no keys. The trail is only ever added to, in
 * the same step as the change that it tells of, so neither stands without the other.
 */
@NullMarked
package dev.aiusage.application.audit;

import org.jspecify.annotations.NullMarked;
