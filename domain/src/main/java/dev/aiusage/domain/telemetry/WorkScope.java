package dev.aiusage.domain.telemetry;

import dev.aiusage.domain.usage.SessionKey;
import java.time.LocalDate;

/** Within what two sources can be told to know the same work: a session, or a day where no session is known. */
public sealed interface WorkScope {

    record Session(SessionKey key) implements WorkScope {}

    record UtcDay(LocalDate date) implements WorkScope {}
}
