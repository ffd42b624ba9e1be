package dev.aiusage.domain.integration;

/** Why a synchronisation did not succeed: for programs, and for its user. */
public record SyncError(SyncErrorCode code, String message) {}
