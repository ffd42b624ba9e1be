package dev.aiusage;

import dev.aiusage.application.access.IngestTokens;
import dev.aiusage.application.access.ListIngestTokens;
import dev.aiusage.application.access.ListIngestTokensService;
import dev.aiusage.application.access.MakeIngestToken;
import dev.aiusage.application.access.MakeIngestTokenService;
import dev.aiusage.application.access.RecogniseIngestToken;
import dev.aiusage.application.access.RecogniseIngestTokenService;
import dev.aiusage.application.access.RevokeIngestToken;
import dev.aiusage.application.access.RevokeIngestTokenService;
import java.security.SecureRandom;
import java.time.Clock;

/** What users do with ingest tokens, and how a token that comes in is known. */
public record IngestTokenUseCases(
        MakeIngestToken make, ListIngestTokens list, RevokeIngestToken revoke, RecogniseIngestToken recognise) {

    static IngestTokenUseCases of(IngestTokens tokens, Clock clock) {
        return new IngestTokenUseCases(
                new MakeIngestTokenService(tokens, new SecureRandom(), clock),
                new ListIngestTokensService(tokens),
                new RevokeIngestTokenService(tokens, clock),
                new RecogniseIngestTokenService(tokens, clock));
    }
}
