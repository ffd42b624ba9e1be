package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.application.scanning.LogFile;
import dev.aiusage.domain.pricing.PriceTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The tools whose logs are known: how each writes them, and where it leaves them. A new format is one more of each here. */
public final class ToolLogs {

    private final ClaudeCodeReader claudeCode;
    private final CodexReader codex;
    private final GeminiReader gemini;

    public ToolLogs(PriceTable prices, Clock clock) {
        this.claudeCode = new ClaudeCodeReader(prices, clock);
        this.codex = new CodexReader(prices, clock);
        this.gemini = new GeminiReader(prices, clock);
    }

    /** In the order in which they are asked whether a file is theirs. */
    public List<UsageReader> readers() {
        return List.of(claudeCode, codex, gemini);
    }

    /**
     * The logs of all these tools on this machine.
     *
     * @param machine tells this machine's files from those of others at the same paths
     * @param environment the variables that move the places
     */
    public LocalLogs on(String machine, Map<String, String> environment, Path home) {
        var places = List.of(
                new ClaudeCodeLogs(claudeCode, machine, environment, home),
                new CodexLogs(codex, machine, environment, home),
                new GeminiLogs(gemini, machine, environment, home));
        return () -> places.stream()
                .flatMap(logs -> logs.find().stream())
                .sorted(Comparator.comparing(LogFile::modifiedAt))
                .toList();
    }
}
