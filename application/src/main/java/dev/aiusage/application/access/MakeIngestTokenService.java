package dev.aiusage.application.access;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.user.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Draws the text, keeps its hash, and hands the text out this once. */
public final class MakeIngestTokenService implements MakeIngestToken {

    private static final int LONGEST_NAME = 100;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final IngestTokens tokens;
    private final SecureRandom random;
    private final Clock clock;

    public MakeIngestTokenService(IngestTokens tokens, SecureRandom random, Clock clock) {
        this.tokens = tokens;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public MadeIngestToken make(UserId user, String name) {
        var text = TokenText.make(user, random);
        var now = clock.instant();
        var fresh = new IngestToken(IngestTokenId.random(), user, checked(name), now, Optional.empty());
        var entry =
                AuditEntry.by(user, AuditAction.INGEST_TOKEN_MADE, fresh.id().value(), now);
        return new MadeIngestToken(tokens.keep(new KeptToken(fresh, TokenHash.of(text)), entry), text);
    }

    private static String checked(String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            throw new RequestRejected.InvalidField("name", "is missing");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new RequestRejected.InvalidField("name", "can have " + LONGEST_NAME + " characters at most");
        }
        if (UNPRINTABLE.matcher(name).find()) {
            throw new RequestRejected.InvalidField("name", "holds characters that can't be shown");
        }
        return name;
    }
}
