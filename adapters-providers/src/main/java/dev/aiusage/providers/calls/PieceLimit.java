package dev.aiusage.providers.calls;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON as long as what has to be held of it at once, a row or the fields beside the rows, stays small. */
final class PieceLimit extends JsonParserDelegate {

    private static final int MAX_TOKENS = 1 << 20;
    private static final int MAX_CHARACTERS = 16 << 20;

    private int tokens;
    private long characters;

    PieceLimit(JsonParser json) {
        super(json);
    }

    /** What was read so far is not held any more. */
    void startPiece() {
        tokens = 0;
        characters = 0;
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        tokens++;
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            characters += getTextLength();
        }
        if (tokens > MAX_TOKENS || characters > MAX_CHARACTERS) {
            throw new VendorFailure.AnswerTooLarge(
                    "The vendor answered with more in a single row than any honest one has.");
        }
        return token;
    }
}
