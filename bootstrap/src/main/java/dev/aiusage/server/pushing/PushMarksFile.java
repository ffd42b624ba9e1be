package dev.aiusage.server.pushing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.scanning.KnownMarks;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.usage.HistoryId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/** The form of the file in which marks are kept. One that can't be read is as good as none: then all is delivered again. */
final class PushMarksFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PushMarksFile() {}

    static String write(KnownMarks known) {
        var object = JSON.createObjectNode().put("history", known.history().toString());
        var files = object.putObject("files");
        known.marks()
                .forEach((file, mark) -> files.putObject(file.value().toString())
                        .put("size", mark.size())
                        .put("modified_at", mark.modifiedAt().toString())
                        .put("offset", mark.position().offset())
                        .put("rows", mark.position().rows())
                        .put("reader", mark.readerVersion()));
        return object + "\n";
    }

    static Optional<KnownMarks> read(String text) {
        try {
            var object = JSON.readTree(text);
            var marks = new HashMap<LogFileId, LogMark>();
            for (var file : object.path("files").properties()) {
                marks.put(new LogFileId(UUID.fromString(file.getKey())), mark(file.getValue()));
            }
            var history = new HistoryId(UUID.fromString(object.path("history").asText()));
            return Optional.of(new KnownMarks(history, marks));
        } catch (IOException | DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static LogMark mark(JsonNode mark) {
        var position =
                new ReadPosition(mark.path("offset").asLong(), mark.path("rows").asLong());
        return new LogMark(
                mark.path("size").asLong(),
                Instant.parse(mark.path("modified_at").asText()),
                position,
                mark.path("reader").asInt());
    }
}
