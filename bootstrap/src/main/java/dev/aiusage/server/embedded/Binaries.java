package dev.aiusage.server.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of PostgreSQL that the build put on the class path for one platform, unpacked once into a home. */
record Binaries(Platform platform, String version) {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final String PREFIX = "binaries-";
    private static final String UNFINISHED = ".unpacking";

    static Binaries bundledFor(Platform platform) {
        return new Binaries(platform, bundledVersion());
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    /** Answers the folder with {@code bin} in it. A folder without the suffix is always whole: renaming is atomic. */
    Path unpackedIn(Path folder) {
        Path whole = wholeIn(folder);
        if (Files.isDirectory(whole)) {
            return whole;
        }
        Path unfinished = folder.resolve(whole.getFileName() + UNFINISHED);
        try (InputStream archive = archive()) {
            Folders.delete(unfinished);
            LOG.info("Unpacking PostgreSQL {} into {}", version, whole);
            Files.createDirectory(unfinished, OwnerOnly.directory());
            Archive.unpack(archive, unfinished);
            Folders.force(unfinished);
            return Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(unfinished, unusable);
        }
    }

    /** For when no server runs out of them any more. */
    void deleteOthersIn(Path folder) {
        try (var others = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path other : others) {
                if (!other.equals(wholeIn(folder))) {
                    Folders.delete(other);
                }
            }
        } catch (IOException stillInUse) {
            LOG.debug("Old programs stay in {} until the next start", folder, stillInUse);
        }
    }

    private InputStream archive() {
        return Optional.ofNullable(Binaries.class.getResourceAsStream("/" + platform.archive()))
                .orElseThrow(() -> new EmbeddedFailure.NoBinaries(platform));
    }

    private Path wholeIn(Path folder) {
        return folder.resolve(PREFIX + version + "-" + platform);
    }

    private static String bundledVersion() {
        var properties = new Properties();
        try (InputStream file = Binaries.class.getResourceAsStream("binaries.properties")) {
            if (file == null) {
                throw new IllegalStateException("binaries.properties is missing from the build");
            }
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
