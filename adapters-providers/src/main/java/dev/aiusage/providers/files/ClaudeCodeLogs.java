package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.application.scanning.LogFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transcripts that Claude Code keeps on this machine, those of its subagents too. */
public final class ClaudeCodeLogs implements LocalLogs {

    private static final Logger LOG = LoggerFactory.getLogger(ClaudeCodeLogs.class);
    private static final String PROJECTS = "projects";

    /** Lies beside the transcripts of subagents and is none. */
    private static final String JOURNAL = "journal.jsonl";

    private final UsageReader reader;
    private final String machine;
    private final Set<Path> places;

    /**
     * Looks in all places that Claude Code is known to use, whichever it uses now: it may have been moved.
     *
     * @param machine tells this machine's files from those of others at the same paths
     * @param environment the variables that move the places
     */
    public ClaudeCodeLogs(UsageReader reader, String machine, Map<String, String> environment, Path home) {
        this.reader = reader;
        this.machine = machine;
        this.places = places(environment, home);
    }

    @Override
    public List<LogFile> find() {
        var tree = new LogTree(ClaudeCodeLogs::isTranscript);
        places.forEach(tree::add);
        var files = new ArrayList<LogFile>();
        tree.oldestFirst().forEach(found -> files.add(new LogFileOnDisk(found, machine, reader)));
        return files;
    }

    static boolean isTranscript(String name) {
        var unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
        return unpacked.endsWith(".jsonl") && !unpacked.equals(JOURNAL);
    }

    private static Set<Path> places(Map<String, String> environment, Path home) {
        var places = new LinkedHashSet<Path>();
        places.add(home.resolve(".claude").resolve(PROJECTS));
        var config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        add(config.isBlank() ? home.resolve(".config").toString() : config, "claude", places);
        for (var directory : environment.getOrDefault("CLAUDE_CONFIG_DIR", "").split(",", -1)) {
            if (!directory.isBlank()) {
                add(directory.strip(), "", places);
            }
        }
        return places;
    }

    private static void add(String directory, String below, Set<Path> places) {
        try {
            places.add(Path.of(directory, below, PROJECTS));
        } catch (InvalidPathException noPath) {
            LOG.debug("passing over {}: {}", directory, noPath.toString());
        }
    }
}
