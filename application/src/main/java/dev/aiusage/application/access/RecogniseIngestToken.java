package dev.aiusage.application.access;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.Optional;

/** Knows whose a token is. It lets its bearer bring usage (imports and telemetry) and nothing else. */
public interface RecogniseIngestToken {

    /** Whose it is; empty for what is no token, for a revoked one and for one that was never made. Notes the use. */
    Optional<UserId> userOf(Secret token);
}
