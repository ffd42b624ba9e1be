package dev.aiusage.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The classes of the program as a JVM has loaded and checked them once, for all programs that tests start: half of what a short one
 * costs is loading them. A JVM takes such an archive only with a class path of jars, so folders are packed first.
 */
record SharedClasses(String classPath, Path archive) {

    private static final SharedClasses MADE = make();

    /** As made once in this JVM. */
    static SharedClasses ofThisRun() {
        return MADE;
    }

    /** Silent, for a JVM that can't use the archive only starts more slowly. */
    Stream<String> options() {
        return Stream.of("-Xlog:disable", "-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-cp", classPath);
    }

    private static SharedClasses make() {
        var directory = SettledHome.temporary("ai-usage-classes");
        var classPath = Stream.of(Jvm.classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? packed(entry, directory) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var made = new SharedClasses(classPath, directory.resolve("classes.jsa"));
        try {
            made.record(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return made;
    }

    /** What a service has loaded that started and answered is written when it ends. */
    private void record(Path directory) throws IOException, InterruptedException {
        var recording = Stream.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath);
        var program = Program.settledIn(directory).with("SCAN_LOCAL_LOGS", "false");
        try (var service = program.serveWith(recording)) {
            service.dashboard();
            service.terminate();
            service.process().waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static Path packed(Path folder, Path directory) {
        try (var paths = Files.walk(folder)) {
            var jar = Files.createTempFile(directory, "classes", ".jar");
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.setLevel(0);
                for (var path : (Iterable<Path>) paths.skip(1)::iterator) {
                    var name = folder.relativize(path).toString().replace(File.separatorChar, '/');
                    // Migrations are found by their folder, so folders are entries too.
                    out.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                    if (Files.isRegularFile(path)) {
                        Files.copy(path, out);
                    }
                }
            }
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
