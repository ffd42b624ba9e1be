package dev.aiusage.application.access;

/** A token as it is stored. */
public record KeptToken(IngestToken token, TokenHash hash) {}
