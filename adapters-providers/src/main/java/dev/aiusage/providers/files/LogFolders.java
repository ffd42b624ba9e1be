package dev.aiusage.providers.files;

import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.scanning.LogFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders in which a tool may have left its logs, whichever it uses now: it may have been moved. */
final class LogFolders {

    private static final Logger LOG = LoggerFactory.getLogger(LogFolders.class);
    private static final String PACKED = ".gz";

    private final Set<Path> folders = new LinkedHashSet<>();

    /** Adds a folder that a variable names; nothing where the variable is not set, or names no path. */
    LogFolders add(String directory, String... below) {
        if (!directory.isBlank()) {
            try {
                folders.add(Path.of(directory.strip(), below));
            } catch (InvalidPathException noPath) {
                LOG.debug("passing over {}: {}", directory, noPath.toString());
            }
        }
        return this;
    }

    /** The wanted files, by their paths below a folder; each is read by the reader for that path. Closed folders come last. */
    List<LogFile> files(String machine, Predicate<Path> isWanted, Function<Path, UsageReader> reader) {
        var tree = new LogTree(isWanted);
        folders.forEach(tree::add);
        var files = new ArrayList<LogFile>();
        tree.oldestFirst().forEach(found -> files.add(new LogFileOnDisk(found, machine, reader.apply(found.below()))));
        tree.closed().forEach(closed -> files.add(new ClosedFolder(closed, machine, reader.apply(closed.below()))));
        return files;
    }

    /** A file's own name, without that of the packing. */
    static String nameOf(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }
}
