package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Tool;

/** A vendor that tells the usage of one tool to whoever has a key. Used by several threads at once. */
public interface UsageVendor {

    /** The tool whose usage it tells. A vendor that tells of two is two of these. */
    Tool tool();

    /**
     * Finds out by one cheap call, or few, what the key can be asked for.
     *
     * @throws VendorFailure if the vendor refuses the key, or can't be asked
     */
    VendorAccess open(VendorAccount account);
}
