package dev.aiusage.application.importing;

import dev.aiusage.domain.user.UserId;

/** Whose usage a file holds, in which format, what is known about it, and how many unpacked bytes to take at most. */
public record ImportRequest(UserId user, ImportFormat format, UsageFile file, long maxBytes, ImportHints hints) {

    public ImportRequest(UserId user, ImportFormat format, UsageFile file, long maxBytes) {
        this(user, format, file, maxBytes, ImportHints.NONE);
    }
}
