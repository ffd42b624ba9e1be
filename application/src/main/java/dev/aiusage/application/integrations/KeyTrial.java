package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;

/** Tries a key at its vendor before it is kept. */
public interface KeyTrial {

    /**
     * What the key sees, in words.
     *
     * @throws RequestRejected.InvalidField if the vendor refuses the key
     * @throws RequestRejected.VendorUnavailable if the vendor can't be asked at the moment
     */
    String reach(Tool tool, Secret key, Scope scope);
}
