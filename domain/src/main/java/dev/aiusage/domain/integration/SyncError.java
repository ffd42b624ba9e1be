package dev.aiusage.domain.integration;

/**
 * Why a synchronisation did not succeed.
 *
 * @param code for programs
 * @param message sentences for the integration's user: what is wrong and, where somebody can mend it, how; never with a key in it
 */
public record SyncError(SyncErrorCode code, String message) {}
