package dev.aiusage.server.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The kind of machine, in the words that the archives of PostgreSQL's programs are named by. */
record Platform(String system, String architecture) {

    static Platform current() {
        return named(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), usesMusl());
    }

    static Platform named(String osName, String osArch, CLibrary library) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Platform("windows", architecture(osArch));
        }
        if (name.startsWith("mac")) {
            return new Platform("darwin", architecture(osArch));
        }
        return new Platform(name, architecture(osArch) + library.suffix);
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    String archive() {
        return "postgres-" + this + ".txz";
    }

    @Override
    public String toString() {
        return system + "-" + architecture;
    }

    private static String architecture(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
    }

    private static CLibrary usesMusl() {
        return Files.exists(Path.of("/etc/alpine-release")) ? CLibrary.MUSL : CLibrary.USUAL;
    }

    enum CLibrary {
        USUAL(""),
        MUSL("-alpine_linux");

        private final String suffix;

        CLibrary(String suffix) {
            this.suffix = suffix;
        }
    }
}
