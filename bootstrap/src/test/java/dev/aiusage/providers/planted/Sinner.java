package dev.aiusage.providers.planted;

import ch.qos.logback.classic.LoggerContext;
import com.google.crypto.tink.Aead;
import com.nimbusds.jwt.JWT;
import dev.aiusage.http.HttpServer;
import java.time.Instant;
import picocli.CommandLine;

/** Breaks every rule that holds for its layer. */
final class Sinner {

    Sinner(
            Aead aead,
            JWT token,
            LoggerContext loggerContext,
            io.javalin.Javalin javalin,
            org.jooq.DSLContext context,
            CommandLine line,
            HttpServer stranger) {}

    Instant now() {
        return System.getenv("NOW") == null
                ? Instant.now()
                : Instant.parse(System.getenv().get("NOW"));
    }
}
