package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;
import java.util.Optional;

/** Whose an ingest token is. */
@FunctionalInterface
public interface IngestTokenOwners {

    /** Empty for a token that was never made or is revoked. */
    Optional<UserId> ownerOf(String token);
}
