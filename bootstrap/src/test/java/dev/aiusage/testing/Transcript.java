package dev.aiusage.testing;

import dev.aiusage.application.importing.UsageFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A log as Claude Code writes it: one request a line, each with 100 input and 20 output tokens, a line a minute. */
public record Transcript(String session, String project, int requests, Instant end) {

    private static final String LINE = """
            {"parentUuid":null,"isSidechain":false,"userType":"external","cwd":"%2$s","sessionId":"%1$s",\
            "version":"2.1.240","type":"assistant","uuid":"%1$s-%3$s","timestamp":"%4$s","requestId":"req_%1$s_%3$s",\
            "message":{"id":"msg_%1$s_%3$s","type":"message","role":"assistant","model":"claude-opus-5-5","content":[],\
            "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":100,"cache_creation_input_tokens":0,\
            "cache_read_input_tokens":0,"output_tokens":20,"service_tier":"standard"}}}
            """;

    public static Transcript of(String session, int requests, Instant end) {
        return new Transcript(session, "/home/ada/code/shop", requests, end);
    }

    /** Of yesterday, so that it lies within every dashboard. */
    public static Transcript recent(String session, int requests) {
        return of(session, requests, Instant.now().minus(1, ChronoUnit.DAYS));
    }

    public Transcript in(String folder) {
        return new Transcript(session, folder, requests, end);
    }

    public String text() {
        return IntStream.range(0, requests).mapToObj(this::line).collect(Collectors.joining());
    }

    private String line(int number) {
        var at = end.minus(requests - number, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        return LINE.formatted(session, project, number, at);
    }

    /** Where Claude Code would have left it. */
    public Path writeUnder(Path home) throws IOException {
        var folder = Files.createDirectories(home.resolve(".claude/projects/-home-ada-work-shop"));
        return Files.writeString(folder.resolve(session + ".jsonl"), text());
    }

    public UsageFile asFile() {
        return new UsageFile() {
            @Override
            public String name() {
                return session + ".jsonl";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
