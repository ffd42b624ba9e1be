package dev.aiusage;

import dev.aiusage.application.access.ListIngestTokens;
import dev.aiusage.application.access.MakeIngestToken;
import dev.aiusage.application.access.RecogniseIngestToken;
import dev.aiusage.application.access.RevokeIngestToken;

/** What users do with ingest tokens, and how a token that comes in is known. */
public record IngestTokenUseCases(
        MakeIngestToken make, ListIngestTokens list, RevokeIngestToken revoke, RecogniseIngestToken recognise) {}
