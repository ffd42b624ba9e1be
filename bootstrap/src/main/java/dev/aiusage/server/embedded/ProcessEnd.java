package dev.aiusage.server.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process has ended. The system knows it on, as a zombie, until its parent has taken note; and of an orphan in a container
 * nobody does, where the first process is one that cares for no others.
 */
public final class ProcessEnd {

    private static final char ZOMBIE = 'Z';

    private ProcessEnd() {}

    public static boolean isReached(ProcessHandle process) {
        return !process.isAlive() || isZombie(process);
    }

    /** By {@code /proc}, where there is one: its state stands behind the name of the program, which may hold anything. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), ISO_8859_1);
            return line.charAt(line.lastIndexOf(')') + 2) == ZOMBIE;
        } catch (IOException gone) {
            return !process.isAlive();
        }
    }
}
