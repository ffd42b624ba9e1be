package dev.aiusage.application.scanning;

import java.util.UUID;

/** The identity of a log file: a hash of its machine and path, as paths tell more than a service should keep. */
public record LogFileId(UUID value) {}
