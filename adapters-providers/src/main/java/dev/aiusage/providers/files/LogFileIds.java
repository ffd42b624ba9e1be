package dev.aiusage.providers.files;

import dev.aiusage.application.scanning.LogFileId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

final class LogFileIds {

    private LogFileIds() {}

    /** A machine's name holds no NUL, so no two of machine and path run into each other. */
    static LogFileId of(String machine, Path path) {
        var identity = machine + '\0' + path;
        return new LogFileId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)));
    }
}
