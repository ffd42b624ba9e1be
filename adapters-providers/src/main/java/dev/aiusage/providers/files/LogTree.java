package dev.aiusage.providers.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files below some places, each once by its real path. Links are followed, as people link their configuration from elsewhere;
 * a directory that was seen is not entered again, so that circles end. What can't be read is passed over.
 */
final class LogTree {

    record Found(Path realPath, Path below, long size, Instant modifiedAt) {

        String name() {
            return below.toString();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogTree.class);

    private final Predicate<Path> isWanted;
    private final Set<Path> entered = new HashSet<>();
    private final Map<Path, Found> files = new HashMap<>();

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
            } catch (IOException | DirectoryIteratorException | SecurityException unreadable) {
                LOG.debug("passing over {}: {}", directory, unreadable.toString());
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

    List<Found> oldestFirst() {
        return files.values().stream()
                .sorted(Comparator.comparing(Found::modifiedAt).thenComparing(Found::realPath))
                .toList();
    }
}
