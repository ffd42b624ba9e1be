package dev.aiusage.providers.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files below some places, each once by its real path. Links are followed, as people link their configuration from elsewhere;
 * a directory that was seen is not entered again, so that circles end. What is not there is passed over, and what can't be entered
 * is told.
 */
final class LogTree {

    record Found(Path realPath, Path below, long size, Instant modifiedAt) {

        String name() {
            return below.toString();
        }
    }

    /** A directory that is there and can't be entered. */
    record Closed(Path directory, Path below, IOException why) {

        /** By its last two names: the whole path tells more than a warning should. */
        String name() {
            var names = directory.getNameCount();
            return directory.subpath(Math.max(0, names - 2), names).toString();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogTree.class);

    private final Predicate<Path> isWanted;
    private final Set<Path> entered = new HashSet<>();
    private final Map<Path, Found> files = new HashMap<>();
    private final List<Closed> closed = new ArrayList<>();

    /** Wants files by their paths below a place. */
    LogTree(Predicate<Path> isWanted) {
        this.isWanted = isWanted;
    }

    void add(Path place) {
        var waiting = new ArrayDeque<>(List.of(place));
        for (var directory = waiting.poll(); directory != null; directory = waiting.poll()) {
            try {
                if (entered.add(directory.toRealPath())) {
                    takeEntries(directory, place, waiting);
                }
            } catch (NoSuchFileException notThere) {
                LOG.debug("passing over {}: {}", directory, notThere.toString());
            } catch (DirectoryIteratorException brokeOff) {
                closed.add(new Closed(
                        directory, place.relativize(directory), Objects.requireNonNull(brokeOff.getCause())));
            } catch (IOException unreadable) {
                closed.add(new Closed(directory, place.relativize(directory), unreadable));
            }
        }
    }

    private void takeEntries(Path directory, Path place, Deque<Path> waiting) throws IOException {
        try (var entries = Files.newDirectoryStream(directory)) {
            for (var entry : entries) {
                if (Files.isDirectory(entry)) {
                    waiting.add(entry);
                } else if (isWanted.test(place.relativize(entry)) && Files.isRegularFile(entry)) {
                    takeFile(entry, place.relativize(entry));
                }
            }
        }
    }

    private void takeFile(Path file, Path name) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var modifiedAt = attributes.lastModifiedTime().toInstant();
            var realPath = file.toRealPath();
            files.putIfAbsent(realPath, new Found(realPath, name, attributes.size(), modifiedAt));
        } catch (IOException gone) {
            LOG.debug("passing over {}: {}", file, gone.toString());
        }
    }

    List<Closed> closed() {
        return List.copyOf(closed);
    }

    List<Found> oldestFirst() {
        return files.values().stream()
                .sorted(Comparator.comparing(Found::modifiedAt).thenComparing(Found::realPath))
                .toList();
    }
}
