package dev.aiusage.application.integrations;

import dev.aiusage.application.RequestRejected;

/** Connects a user to a vendor by a key, and queues the first synchronisation. */
public interface ConnectIntegration {

    /**
     * Keeps the key sealed. Only its form is looked at: whether the vendor takes it, the first synchronisation tells.
     *
     * @throws RequestRejected.InvalidField for a tool without keys, for what can't be a key, or for a wrong or missing scope
     * @throws RequestRejected.AlreadyConnected for a second one of the same tool, organization and account
     */
    ShownIntegration connect(NewConnection asked);

    /**
     * As {@link #connect}, but asks the vendor before anything is kept.
     *
     * @throws RequestRejected.InvalidField also if the vendor refuses the key
     * @throws RequestRejected.VendorUnavailable if the vendor can't be asked at the moment
     */
    TriedIntegration connectTried(NewConnection asked);
}
