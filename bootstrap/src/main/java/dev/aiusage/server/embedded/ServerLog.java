package dev.aiusage.server.embedded;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the programs of PostgreSQL print: this start's and the last one's, so that it cannot grow for ever. */
record ServerLog(Path file) {

    private static final int TAIL_LINES = 12;

    static ServerLog begin(Path folder) {
        Path file = folder.resolve("log");
        try {
            if (Files.exists(file)) {
                Files.move(file, folder.resolve("log.old"), REPLACE_EXISTING);
            }
            Files.createFile(file, OwnerOnly.file());
            return new ServerLog(file);
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(file, unusable);
        }
    }

    String tail() {
        List<String> lines = text().lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
