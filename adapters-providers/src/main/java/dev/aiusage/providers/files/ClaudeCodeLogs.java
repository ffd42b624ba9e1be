package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.application.scanning.LogFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The transcripts that Claude Code keeps on this machine, those of its subagents too. */
public final class ClaudeCodeLogs implements LocalLogs {

    private static final String PROJECTS = "projects";

    /** Lies beside the transcripts of subagents and is none. */
    private static final String JOURNAL = "journal.jsonl";

    private final UsageReader reader;
    private final String machine;
    private final LogFolders folders;

    /**
     * Looks in all places that Claude Code is known to use.
     *
     * @param machine tells this machine's files from those of others at the same paths
     * @param environment the variables that move the places
     */
    public ClaudeCodeLogs(UsageReader reader, String machine, Map<String, String> environment, Path home) {
        this.reader = reader;
        this.machine = machine;
        this.folders = folders(environment, home);
    }

    @Override
    public List<LogFile> find() {
        return folders.files(machine, ClaudeCodeLogs::isTranscript, path -> reader);
    }

    private static boolean isTranscript(Path file) {
        var name = LogFolders.nameOf(file);
        return name.endsWith(".jsonl") && !name.equals(JOURNAL);
    }

    private static LogFolders folders(Map<String, String> environment, Path home) {
        var config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        var folders = new LogFolders()
                .add(home.toString(), ".claude", PROJECTS)
                .add(config.isBlank() ? home.resolve(".config").toString() : config, "claude", PROJECTS);
        for (var directory : environment.getOrDefault("CLAUDE_CONFIG_DIR", "").split(",", -1)) {
            folders.add(directory, PROJECTS);
        }
        return folders;
    }
}
