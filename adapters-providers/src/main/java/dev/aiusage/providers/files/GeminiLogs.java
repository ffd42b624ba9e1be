package dev.aiusage.providers.files;

import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.application.scanning.LogFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The chats that Gemini CLI records on this machine, those of its subagents (in a folder named by the session) too. */
public final class GeminiLogs implements LocalLogs {

    private static final int FOLDER_OF_CHATS = 1;
    private static final int CHAT = 2;

    /** Older versions name a project's folder by a hash, which names nothing. */
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final GeminiReader reader;
    private final String machine;
    private final LogFolders folders;

    /**
     * Looks in all places that Gemini CLI is known to use.
     *
     * @param machine tells this machine's files from those of others at the same paths
     * @param environment the variables that move the places
     */
    public GeminiLogs(GeminiReader reader, String machine, Map<String, String> environment, Path home) {
        this.reader = reader;
        this.machine = machine;
        this.folders = new LogFolders()
                .add(home.toString(), ".gemini", "tmp")
                .add(environment.getOrDefault("GEMINI_CLI_HOME", ""), ".gemini", "tmp");
    }

    @Override
    public List<LogFile> find() {
        return folders.files(machine, GeminiLogs::isChat, path -> readerFor(path.getName(0)));
    }

    private static boolean isChat(Path file) {
        if (file.getNameCount() <= CHAT
                || !file.getName(FOLDER_OF_CHATS).toString().equals("chats")) {
            return false;
        }
        var name = LogFolders.nameOf(file);
        var isOfSession = file.getNameCount() - 1 > CHAT || name.startsWith("session-");
        return isOfSession && (name.endsWith(".json") || name.endsWith(".jsonl"));
    }

    private GeminiReader readerFor(Path project) {
        var name = project.toString();
        return HASH.matcher(name).matches() ? reader : reader.ofProject(name);
    }
}
