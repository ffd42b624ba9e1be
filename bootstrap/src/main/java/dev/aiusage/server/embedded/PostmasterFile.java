package dev.aiusage.server.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code postmaster.pid}, where a running server writes its process (line 1), port (line 4) and state (line 8). */
record PostmasterFile(Path path) {

    private static final int PORT = 3;
    private static final int STATE = 7;
    // Larger than any process id of any system, so nobody's.
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    static PostmasterFile in(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"));
    }

    Optional<ProcessHandle> process() {
        return lines().stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("[1-9]\\d{0,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    boolean isReadyOn(int port) {
        List<String> lines = lines();
        return lines.size() > STATE
                && lines.get(PORT).strip().equals(Integer.toString(port))
                && lines.get(STATE).strip().equals("ready");
    }

    /**
     * A stale file whose number now belongs to some other process would keep the server from starting. Only the number
     * is replaced: by the rest the server finds out whether workers of a killed one still use the data.
     */
    void disown() {
        try {
            List<String> lines = new ArrayList<>(lines());
            if (lines.isEmpty()) {
                Files.deleteIfExists(path);
                return;
            }
            lines.set(0, NOBODY);
            if (lines.size() > STATE) {
                lines.set(STATE, "stale");
            }
            Files.write(path, lines, ISO_8859_1);
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(path, unusable);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path, ISO_8859_1);
        } catch (NoSuchFileException notRunning) {
            return List.of();
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(path, unusable);
        }
    }
}
