package dev.aiusage.application.usage;

import dev.aiusage.domain.user.UserId;

/** Brings the cost of a user's stored events up to the current list prices. */
public interface RepriceUsage {

    /** For storages and shows whose cost is nobody's list price. */
    RepriceUsage NEVER = user -> 0;

    /**
     * Does nothing where it was done before. What a vendor billed or estimated stays as it is.
     *
     * @return how many events changed
     */
    int reprice(UserId user);
}
