package dev.aiusage.application.scanning;

import java.util.List;

/** The logs that coding tools left on this machine. */
public interface LocalLogs {

    /** All that are there now, each once, the oldest first. Places that are missing or can't be read are passed over. */
    List<LogFile> find();
}
