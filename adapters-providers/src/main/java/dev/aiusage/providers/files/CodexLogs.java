package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.application.scanning.LogFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sessions that Codex keeps on this machine, archived ones too. */
public final class CodexLogs implements LocalLogs {

    private static final String SESSIONS = "sessions";
    private static final String ARCHIVED = "archived_sessions";

    private final UsageReader reader;
    private final String machine;
    private final LogFolders folders;

    /**
     * Looks in all places that Codex is known to use.
     *
     * @param machine tells this machine's files from those of others at the same paths
     * @param environment the variables that move the places
     */
    public CodexLogs(UsageReader reader, String machine, Map<String, String> environment, Path home) {
        this.reader = reader;
        this.machine = machine;
        var moved = environment.getOrDefault("CODEX_HOME", "");
        this.folders = new LogFolders()
                .add(home.toString(), ".codex", SESSIONS)
                .add(home.toString(), ".codex", ARCHIVED)
                .add(moved, SESSIONS)
                .add(moved, ARCHIVED);
    }

    @Override
    public List<LogFile> find() {
        return folders.files(machine, CodexLogs::isSession, path -> reader);
    }

    private static boolean isSession(Path file) {
        var name = LogFolders.nameOf(file);
        return name.startsWith("rollout-") && name.endsWith(".jsonl");
    }
}
