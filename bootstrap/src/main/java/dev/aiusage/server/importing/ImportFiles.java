package dev.aiusage.server.importing;

import dev.aiusage.server.StartRefused;
import dev.aiusage.server.importing.ImportFile.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

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
        return new ImportFiles(files);
    }

    private static List<ImportFile> inFolder(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(path -> USAGE.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .map(path -> file(path, Origin.FOUND))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw StartRefused.failed("The folder " + folder + " can't be read: " + unreadable.getMessage());
        }
    }

    private static ImportFile file(Path path, Origin origin) {
        try {
            return new ImportFile(path, Files.size(path), origin);
        } catch (IOException unreadable) {
            throw StartRefused.failed("The file " + path + " can't be read: " + unreadable.getMessage());
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
