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
    private long taken;

    GeminiWhole(GeminiChat chat, ReadPosition told, UsageSink sink) {
        this.chat = chat;
        this.told = told.rows();
        this.sink = sink;
    }

    ReadPosition read(InputStream whole, EndOfFile end) throws IOException {
        try (var json = JsonLine.open(whole)) {
            try {
                readObjects(json);
                takeWaiting();
            } catch (JsonProcessingException malformed) {
                var isCutOff = malformed instanceof JsonEOFException || json.stopsAtEndOf(whole);
                // A file that is being written ends anywhere; what still waits for its session waits for the next
                // reading.
                if (end == EndOfFile.FINAL || !isCutOff) {
                    reject(malformed);
                }
            }
            return new ReadPosition(json.offset(), Math.max(told, taken));
        }
    }

    private void readObjects(JsonLine json) throws IOException {
        var object = new GeminiObject(this);
        while (!json.ends()) {
            if (json.isObject()) {
                object.read(json);
            } else {
                json.skip();
                reject(++rows, "is no JSON object");
            }
        }
    }

    private void reject(JsonProcessingException malformed) {
        takeWaiting();
        reject(++rows, LineObject.reasonOf(malformed));
    }

    private void reject(long row, String reason) {
        count(row);
        if (row > told) {
            sink.rejected(row, reason);
        }
    }

    private void count(long row) {
        taken = row;
        if (row > told) {
            sink.row();
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
        var row = new Row(++rows, message);
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
        count(row.number());
        try {
            chat.requestIn(row.message()).ifPresent(event -> sink.event(Tool.GEMINI_CLI, event));
        } catch (BadLine bad) {
            if (row.number() > told) {
                bad.tell(sink, row.number());
            }
        }
    }
}
