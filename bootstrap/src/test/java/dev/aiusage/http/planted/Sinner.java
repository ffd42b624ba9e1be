package dev.aiusage.http.planted;

import ch.qos.logback.classic.LoggerContext;
import dev.aiusage.persistence.memory.InMemoryStore;
import java.time.Instant;
import picocli.CommandLine;

/** Breaks every rule that holds for its layer. */
final class Sinner {

    Sinner(LoggerContext loggerContext, org.jooq.DSLContext context, CommandLine line, InMemoryStore stranger) {}

    Instant now() {
        return System.getenv("NOW") == null
                ? Instant.now()
                : Instant.parse(System.getenv().get("NOW"));
    }
}
