package dev.aiusage.application.access;

import dev.aiusage.domain.user.UserId;
import java.util.List;

/** Shows a user's tokens without their texts, the oldest first. */
public interface ListIngestTokens {

    List<IngestToken> of(UserId user);
}
