package dev.aiusage;

import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.providers.files.ToolLogs;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where coding tools leave their logs: under a user's home, or where the tools' own variables say.
 *
 * @param machine a name that tells this machine's files from those of others
 * @param environment the variables that tools look at, such as CLAUDE_CONFIG_DIR and CODEX_HOME
 */
public record LogPlaces(String machine, Path home, Map<String, String> environment) {

    public LogPlaces {
        environment = Map.copyOf(environment);
    }

    LocalLogs logsOf(ToolLogs tools) {
        return tools.on(machine, environment, home);
    }
}
