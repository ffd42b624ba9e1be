package dev.aiusage.server.importing;

import dev.aiusage.application.importing.UnreadableFile;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.importing.ImportFile.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that paths name: files themselves, and in folders all that may hold usage, in the order of their names. */
public final class ImportFiles implements Iterable<ImportFile> {

    private static final Pattern USAGE = Pattern.compile(".*\\.(jsonl|ndjson|json|csv)(\\.gz)?");

    private final List<ImportFile> files;

    private ImportFiles(List<ImportFile> files) {
        this.files = List.copyOf(files);
    }

    public static ImportFiles under(List<Path> paths) {
        var files = new ArrayList<ImportFile>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else if (Files.isReadable(path)) {
                files.add(file(path, Origin.NAMED));
            } else {
                throw StartRefused.wrongUse("There is no readable file or folder " + path);
            }
        }
        if (files.isEmpty()) {
            throw StartRefused.failed("There is no file of usage (.jsonl, .ndjson, .json, .csv, packed or not) under "
                    + paths.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return new ImportFiles(files);
    }

    private static List<ImportFile> inFolder(Path folder) {
        try {
            return inRealFolder(folder, folder.toRealPath());
        } catch (IOException unreadable) {
            throw StartRefused.failed("The folder " + folder + " can't be read: " + UnreadableFile.reason(unreadable));
        } catch (UncheckedIOException broken) {
            var below = Objects.requireNonNull(broken.getCause());
            throw StartRefused.failed("The folder " + folder + " can't be read to its end: " + below.getMessage() + ": "
                    + UnreadableFile.reason(below));
        }
    }

    /** A walk that begins at a link ends there; the files bear the name that was given all the same. */
    private static List<ImportFile> inRealFolder(Path named, Path real) throws IOException {
        try (var found = Files.walk(real)) {
            return found.filter(Files::isRegularFile)
                    .filter(path -> USAGE.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .map(path -> file(named.resolve(real.relativize(path)), Origin.FOUND))
                    .toList();
        }
    }

    private static ImportFile file(Path path, Origin origin) {
        try {
            return new ImportFile(path, Files.size(path), origin);
        } catch (IOException unreadable) {
            throw StartRefused.failed("The file " + path + " can't be read: " + UnreadableFile.reason(unreadable));
        }
    }

    public long bytes() {
        return files.stream().mapToLong(ImportFile::bytes).sum();
    }

    @Override
    public Iterator<ImportFile> iterator() {
        return files.iterator();
    }
}
