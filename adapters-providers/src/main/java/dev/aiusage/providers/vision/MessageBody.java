package dev.aiusage.providers.vision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.application.screenshots.Picture;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The question about a picture, which is written in base64 while it is sent: held that way too, it would fill the memory. */
final class MessageBody extends RequestBody {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PLACE_OF_PICTURE = "the picture";

    /**
     * A month of two figures a day is read with half of them. More would take longer than a call may be silent, as the answer comes
     * in one piece.
     */
    private static final int MAX_TOKENS = 4000;

    private final byte[] before;
    private final Picture picture;
    private final byte[] after;

    private MessageBody(byte[] before, Picture picture, byte[] after) {
        this.before = before;
        this.picture = picture;
        this.after = after;
    }

    static MessageBody of(Picture picture, String model, LocalDate today) {
        var question = text(question(picture, model, today));
        var place = question.indexOf('"' + PLACE_OF_PICTURE + '"') + 1;
        return new MessageBody(
                question.substring(0, place).getBytes(StandardCharsets.UTF_8),
                picture,
                question.substring(place + PLACE_OF_PICTURE.length()).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode question(Picture picture, String model, LocalDate today) {
        var question = MAPPER.createObjectNode().put("model", model).put("max_tokens", MAX_TOKENS);
        var message = question.putArray("messages").addObject().put("role", "user");
        var content = message.putArray("content");
        content.addObject()
                .put("type", "image")
                .putObject("source")
                .put("type", "base64")
                .put("media_type", picture.kind().mediaType())
                .put("data", PLACE_OF_PICTURE);
        content.addObject().put("type", "text").put("text", Instructions.text(today));
        question.putObject("output_config")
                .putObject("format")
                .put("type", "json_schema")
                .set("schema", AnswerSchema.json());
        return question;
    }

    private static String text(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a question can't be written as JSON", impossible);
        }
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        var base64 = (picture.length() + 2L) / 3 * 4;
        return before.length + base64 + after.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(before);
        // Closing writes the last characters; what lies below has to stay open for the rest.
        try (var base64 = Base64.getEncoder().wrap(new Unclosed(sink.outputStream()));
                var bytes = picture.open()) {
            bytes.transferTo(base64);
        }
        sink.write(after);
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
