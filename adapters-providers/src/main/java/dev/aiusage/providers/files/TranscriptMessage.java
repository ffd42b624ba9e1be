package dev.aiusage.providers.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message that a line holds: of an assistant with its usage, of a user with the results of tools. */
final class TranscriptMessage {

    static final TranscriptMessage NONE = new TranscriptMessage(false);

    private final boolean isBroken;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable TranscriptUsage usage;
    private List<TranscriptBlock> blocks = List.of();

    private TranscriptMessage(boolean isBroken) {
        this.isBroken = isBroken;
    }

    static TranscriptMessage read(JsonLine json) throws IOException {
        if (json.isNull()) {
            return NONE;
        }
        if (!json.entersObject("message")) {
            return new TranscriptMessage(true);
        }
        var message = new TranscriptMessage(false);
        for (var field = json.nextField(); field != null; field = json.nextField()) {
            message.take(field, json);
        }
        return message;
    }

    private void take(String field, JsonLine json) throws IOException {
        switch (field) {
            case "id" -> id = json.text("message.id");
            case "model" -> model = json.text("message.model");
            case "usage" -> usage = json.isNull() ? null : TranscriptUsage.read(json);
            case "content" -> blocks = blocks(json);
            default -> json.skip();
        }
    }

    private static List<TranscriptBlock> blocks(JsonLine json) throws IOException {
        if (!json.isList()) {
            json.skip();
            return List.of();
        }
        var blocks = new ArrayList<TranscriptBlock>();
        while (json.nextElement()) {
            if (json.isObject()) {
                blocks.add(TranscriptBlock.read(json));
            } else {
                json.skip();
            }
        }
        return blocks;
    }

    /** Whether there was something in the place of the message that is none. */
    boolean isBroken() {
        return isBroken;
    }

    /** Whether there is usage, be it such as can't be read. */
    boolean hasUsage() {
        return usage != null;
    }

    TranscriptUsage usage() {
        return usage == null ? TranscriptUsage.NONE : usage;
    }

    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String model() {
        return model;
    }

    List<TranscriptBlock> blocks() {
        return blocks;
    }
}
