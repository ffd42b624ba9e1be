package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;

/** A kind of report that a key may open. */
interface Opening {

    Probed probe();

    /** What the key can be asked for, after its probe was answered. */
    VendorAccess access(Probed probed);
}
