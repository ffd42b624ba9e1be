package dev.aiusage.application.access;

import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Leaves the hashes where they are. */
public final class ListIngestTokensService implements ListIngestTokens {

    private final IngestTokens tokens;

    public ListIngestTokensService(IngestTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<IngestToken> of(UserId user) {
        return tokens.of(user).stream().map(KeptToken::token).toList();
    }
}
