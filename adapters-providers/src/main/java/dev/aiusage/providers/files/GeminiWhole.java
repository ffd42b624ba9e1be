package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a chat that is one object, as a stream; its rows are its messages. It is written anew whenever the chat goes on, so all
 * messages are handed on each time, but only those after the ones that were told before are counted.
 */
final class GeminiWhole implements GeminiObject.Listener {

    /** The session's name stands before the messages; should it ever stand after them, so many can wait for it. */
    private static final int MAX_WAITING = 10_000;

    private record Row(long number, GeminiMessage message) {}

    private final GeminiChat chat;
    private final long told;
    private final UsageSink sink;
    private final List<Row> waiting = new ArrayList<>();
    private boolean isSessionKnown;
    private long rows;

    GeminiWhole(GeminiChat chat, ReadPosition told, UsageSink sink) {
        this.chat = chat;
        this.told = told.rows();
        this.sink = sink;
    }

    ReadPosition read(InputStream whole, EndOfFile end) throws IOException {
        try (var json = JsonLine.open(whole)) {
            try {
                readObjects(json);
            } catch (JsonEOFException cutOff) {
                // A file that is being written ends anywhere.
                if (end == EndOfFile.FINAL) {
                    reject(LineObject.reasonOf(cutOff));
                }
            } catch (JsonProcessingException malformed) {
                reject(LineObject.reasonOf(malformed));
            }
            takeWaiting();
            return new ReadPosition(json.offset(), Math.max(told, rows));
        }
    }

    private void readObjects(JsonLine json) throws IOException {
        var object = new GeminiObject(this);
        while (!json.ends()) {
            if (json.isObject()) {
                object.read(json);
            } else {
                json.skip();
                reject("is no JSON object");
            }
        }
    }

    private void reject(String reason) {
        rows++;
        if (rows > told) {
            sink.row();
            sink.rejected(rows, reason);
        }
    }

    @Override
    public void session(String id) {
        chat.open(id);
        isSessionKnown = true;
        takeWaiting();
    }

    @Override
    public void message(GeminiMessage message) {
        rows++;
        if (rows > told) {
            sink.row();
        }
        var row = new Row(rows, message);
        if (isSessionKnown) {
            take(row);
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(row);
        } else {
            takeWaiting();
            take(row);
        }
    }

    private void takeWaiting() {
        waiting.forEach(this::take);
        waiting.clear();
    }

    private void take(Row row) {
        try {
            chat.requestIn(row.message()).ifPresent(event -> sink.event(Tool.GEMINI_CLI, event));
        } catch (BadLine bad) {
            if (row.number() > told) {
                sink.rejected(row.number(), bad.reason());
            }
        }
    }
}
