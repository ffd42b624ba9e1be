/**
 * Fetching usage from vendors and keeping it fresh. Each vendor is a {@link dev.aiusage.application.syncing.UsageVendor}; what it
 * may be asked for with one key is a {@link dev.aiusage.application.syncing.VendorAccess}, and all that can go wrong is a
 * {@link dev.aiusage.application.syncing.VendorFailure}. Everything else here is the same for all of them: which days are still to
 * be fetched, in what pieces they are kept, what is tried again and when.
 */
@NullMarked
package dev.aiusage.application.syncing;

import org.jspecify.annotations.NullMarked;
