package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import java.util.List;

/** Synchronises at once what a user wants to be synchronised. */
public interface RequestSync {

    /** How long the caller is kept waiting for the end, in seconds. */
    int PATIENCE_SECONDS = 9;

    /**
     * Starts it, or joins what is running, and returns how it ended, or after {@value #PATIENCE_SECONDS} seconds how far it is: one
     * run for each integration, none if the user has no active one with a key.
     *
     * @throws RequestRejected.NotFound for an integration that the user does not have
     * @throws RequestRejected.InvalidField for one that is paused, refused or has no key, and for impossible days
     * @throws RequestRejected.TooSoon if the user asked less than a minute ago
     */
    List<ShownRun> request(AskedSync asked);
}
