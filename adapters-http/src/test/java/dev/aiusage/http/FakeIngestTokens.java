package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.access.IngestToken;
import dev.aiusage.application.access.IngestTokenId;
import dev.aiusage.application.access.ListIngestTokens;
import dev.aiusage.application.access.MadeIngestToken;
import dev.aiusage.application.access.MakeIngestToken;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes tokens with a text that tests know. */
final class FakeIngestTokens implements MakeIngestToken, ListIngestTokens {

    static final String TEXT = "aiu_shown-once";

    final List<IngestToken> held = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public MadeIngestToken make(UserId user, String name) {
        meanwhile.run();
        var id = new IngestTokenId(new UUID(0, held.size() + 1L));
        var token = new IngestToken(id, user, name, FakeIntegrations.NOON, Optional.empty());
        held.add(token);
        return new MadeIngestToken(token, new Secret(TEXT));
    }

    @Override
    public List<IngestToken> of(UserId user) {
        meanwhile.run();
        return held.stream().filter(token -> token.user().equals(user)).toList();
    }

    void revoke(UserId user, IngestTokenId id) {
        meanwhile.run();
        if (!held.removeIf(token -> token.user().equals(user) && token.id().equals(id))) {
            throw new RequestRejected.NotFound("ingest token");
        }
    }

    void reset() {
        held.clear();
        meanwhile = () -> {};
    }
}
