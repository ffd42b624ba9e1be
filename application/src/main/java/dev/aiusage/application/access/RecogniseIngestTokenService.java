package dev.aiusage.application.access;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks a token up among those of the user whom it names. */
public final class RecogniseIngestTokenService implements RecogniseIngestToken {

    // A client may send something every second; who looks at the list wants to know the day.
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final IngestTokens tokens;
    private final Clock clock;

    public RecogniseIngestTokenService(IngestTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<UserId> userOf(Secret token) {
        return TokenText.userIn(token)
                .flatMap(user -> find(tokens.of(user), TokenHash.of(token)))
                .map(this::used);
    }

    /** All are compared, so that the time does not tell at which one the search ended. */
    private static Optional<IngestToken> find(List<KeptToken> kept, TokenHash hash) {
        var same = kept.stream().filter(one -> one.hash().equals(hash)).toList();
        return same.stream().findFirst().map(KeptToken::token);
    }

    private UserId used(IngestToken token) {
        var now = clock.instant();
        if (isDue(token.lastUsedAt(), now)) {
            tokens.noteUsed(token.user(), token.id(), now);
        }
        return token.user();
    }

    private static boolean isDue(Optional<Instant> lastNote, Instant now) {
        return lastNote.filter(noted -> now.isBefore(noted.plus(BETWEEN_NOTES))).isEmpty();
    }
}
