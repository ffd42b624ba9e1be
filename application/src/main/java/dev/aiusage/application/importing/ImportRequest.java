package dev.aiusage.application.importing;

import dev.aiusage.domain.user.UserId;

/** Whose usage a file holds, in which format, and how many unpacked bytes to take at most. */
public record ImportRequest(UserId user, ImportFormat format, UsageFile file, long maxBytes) {}
