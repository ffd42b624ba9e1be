package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Pulls a form through Jetty's parser, which pushes: no more is read than one buffer ahead of who asks, whatever a part's size. */
final class MultipartEvents {

    private static final int BUFFER = 1 << 15;

    /** The parser gathers the headers of a part in memory, and sets no limit by itself. */
    private static final int PART_HEADERS = 8 << 10;

    private final InputStream form;
    private final MultiPart.Parser parser;
    private final Queue<MultipartEvent> waiting = new ArrayDeque<>();
    private @Nullable Throwable failure;
    private boolean isComplete;

    MultipartEvents(InputStream form, String boundary) {
        this.form = form;
        this.parser = new MultiPart.Parser(boundary, new Collector());
        parser.setPartHeadersMaxLength(PART_HEADERS);
    }

    /** The next event; at the end, and after it, the end. */
    MultipartEvent next() throws IOException {
        while (waiting.isEmpty() && !isComplete) {
            read();
            if (failure != null) {
                throw new RequestRejected.Malformed("file", "the form is broken or ends too early");
            }
        }
        var event = waiting.poll();
        return event == null ? new MultipartEvent.End() : event;
    }

    /** The next event without taking it. */
    MultipartEvent peek() throws IOException {
        if (waiting.isEmpty()) {
            var event = next();
            if (event instanceof MultipartEvent.End) {
                return event;
            }
            putBack(event);
        }
        return waiting.element();
    }

    private void putBack(MultipartEvent event) {
        var after = new ArrayDeque<>(waiting);
        waiting.clear();
        waiting.add(event);
        waiting.addAll(after);
    }

    /** A buffer for each read, as the pieces are parts of it. */
    private void read() throws IOException {
        var buffer = new byte[BUFFER];
        var read = form.read(buffer);
        parser.parse(read < 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
    }

    private final class Collector implements MultiPart.Parser.Listener {

        private PartName name = PartName.NONE;

        @Override
        public void onPartBegin() {
            name = PartName.NONE;
        }

        @Override
        public void onPartHeader(String header, String value) {
            if (header.equalsIgnoreCase("Content-Disposition")) {
                name = PartName.of(value);
            }
        }

        @Override
        public void onPartHeaders() {
            waiting.add(new MultipartEvent.Part(name));
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (chunk.hasRemaining()) {
                waiting.add(new MultipartEvent.Piece(chunk.getByteBuffer()));
            }
        }

        @Override
        public void onComplete() {
            isComplete = true;
        }

        @Override
        public void onFailure(Throwable broken) {
            failure = broken;
        }
    }
}
