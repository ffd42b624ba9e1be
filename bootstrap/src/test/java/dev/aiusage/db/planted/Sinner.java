package dev.aiusage.db.planted;

import ch.qos.logback.classic.LoggerContext;
import dev.aiusage.http.HttpServer;
import java.time.Instant;
import picocli.CommandLine;

/** Breaks every rule that holds for its layer. */
final class Sinner {

    Sinner(LoggerContext loggerContext, io.javalin.Javalin javalin, CommandLine line, HttpServer stranger) {}

    Instant now() {
        return System.getenv("NOW") == null
                ? Instant.now()
                : Instant.parse(System.getenv().get("NOW"));
    }
}
