package dev.aiusage.http;

import dev.aiusage.application.access.MadeIngestToken;
import java.time.Instant;

/** The only answer that ever holds a token's text. */
record MadeIngestTokenView(String tokenId, String name, String token, Instant createdAt) {

    static MadeIngestTokenView of(MadeIngestToken made) {
        var token = made.token();
        return new MadeIngestTokenView(
                token.id().toString(), token.name(), made.text().reveal(), token.createdAt());
    }

    @Override
    public String toString() {
        return "MadeIngestTokenView[" + tokenId + "]";
    }
}
