package dev.aiusage.server.reporting;

import dev.aiusage.testing.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What three tools left under a home in the days before an instant, some of it around midnight. */
final class LogsOfAllTools {

    private static final String CODEX = """
            {"timestamp":"%1$s","type":"session_meta","payload":{"id":"s1","cwd":"/home/ada/code/Läden"}}
            {"timestamp":"%1$s","type":"turn_context","payload":{"turn_id":"t1","model":"a-model-nobody-priced"}}
            {"timestamp":"%2$s","type":"event_msg","payload":{"type":"token_count","info":\
            {"total_token_usage":{"input_tokens":1000,"cached_input_tokens":100,"output_tokens":10}}}}
            broken
            """;
    private static final String GEMINI = """
            {"sessionId": "g1", "projectHash": "h", "startTime": "%1$s", "messages": [
              {"id": "m2", "timestamp": "%1$s", "type": "gemini", "model": "gemini-3-pro",
               "tokens": {"input": 500, "output": 20, "cached": 100, "thoughts": 5, "tool": 0, "total": 525}}]}
            """;

    private LogsOfAllTools() {}

    static void writeUnder(Path home, Instant end) {
        try {
            Transcript.of("claude-one", 200, end).writeUnder(home);
            Transcript.of("claude-two", 300, end.minus(Duration.ofHours(20)))
                    .in("/home/ada/code/blog")
                    .writeUnder(home);
            write(
                    home.resolve(".codex/sessions/2026/rollout-a.jsonl"),
                    CODEX.formatted(end.minus(Duration.ofHours(30)), end.minus(Duration.ofHours(29))));
            write(
                    home.resolve(".gemini/tmp/shop/chats/session-a.json"),
                    GEMINI.formatted(end.minus(Duration.ofHours(50))));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
