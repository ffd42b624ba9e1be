package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.integration.Integration;

/** Another integration stands where this one wants to be; known only once the transaction is broken by it. */
final class ScopeTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Integration wanted;

    ScopeTaken(Integration wanted) {
        super("another integration has this scope", null, false, false);
        this.wanted = wanted;
    }

    Integration wanted() {
        return wanted;
    }
}
