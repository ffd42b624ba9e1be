package dev.aiusage.application.scanning;

import dev.aiusage.domain.user.UserId;

/** Takes in what is new in the logs of this machine's coding tools. Reads only what it has not read before. */
public interface ScanLocalLogs {

    /** Whole chunks are kept as they come; a scan that is broken off is completed by the next. */
    ScanReport scan(UserId user);
}
