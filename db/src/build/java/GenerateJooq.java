import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on a throw-away PostgreSQL and lets jOOQ write the classes of the resulting schema. Does nothing
 * when neither the migrations nor this file changed since the last time. Arguments: the module's src folder, the
 * folder for the classes, a folder for the server.
 */
final class GenerateJooq {
    private static final String PACKAGE = "dev.aiusage.db.jooq";
    private static final String SCHEMA = "public";

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0], "main/resources/db/migration");
        var generator = Path.of(args[0], "build/java");
        var target = Path.of(args[1]);
        var server = Path.of(args[2]);

        var inputs = Constants.FULL_VERSION + hash(migrations) + hash(generator);
        var lastInputs = target.resolve("generated-from");
        if (Files.exists(lastInputs) && Files.readString(lastInputs).equals(inputs)) {
            return;
        }
        Files.deleteIfExists(lastInputs);
        if (OtherAccount.isNeeded()) {
            OtherAccount.run(args);
        } else {
            generate(migrations, target, server);
        }
        Files.writeString(lastInputs, inputs);
    }

    private static void generate(Path migrations, Path target, Path server) throws Exception {
        Files.createDirectories(server);
        try (var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(server.toFile())
                .setServerConfig("unix_socket_directories", "")
                .setPort(freePort())
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()) {
            Flyway.configure()
                    .loggers("slf4j")
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .placeholders(Map.of("schema", SCHEMA, "login", ""))
                    .load()
                    .migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc()
                            .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
                            .withUser("postgres"))
                    .withGenerator(new Generator()
                            .withDatabase(schema())
                            .withGenerate(new Generate().withGeneratedAnnotation(false))
                            .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString()))));
        }
    }

    /** Below those that systems hand out by themselves: one of these might be taken before the server has come up. */
    private static int freePort() throws IOException {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                System.err.println("port " + port + " is taken; looking for another one");
            }
        }
    }

    private static Database schema() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema(SCHEMA)
                .withExcludes("flyway_schema_history")
                .withIncludeRoutines(false)
                .withForcedTypes(new ForcedType()
                        .withName("INSTANT")
                        .withIncludeTypes("(?i:timestamptz|timestamp with time zone)"));
    }

    private static String hash(Path folder) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(folder);
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.write(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                Files.copy(file, out);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

/**
 * PostgreSQL refuses to run as root. Usually a user namespace hides root from it; containers often forbid those, and
 * then the whole generation runs as nobody, on copies, since that account may not be able to read the project.
 */
final class OtherAccount {
    private static final int NOBODY = 65534;

    static boolean isNeeded() throws Exception {
        return "root".equals(System.getProperty("user.name"))
                && new File("/usr/bin/setpriv").canExecute()
                && !succeeds(List.of("sh", "-c", "unshare -U true 2>/dev/null"));
    }

    static void run(String[] args) throws Exception {
        var copies = Files.createTempDirectory("generate-jooq");
        try {
            Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("rwxr-xr-x"));
            copy(Path.of(args[0]), copies.resolve("src"));
            var classpath = new ArrayList<String>();
            for (var jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (Files.isRegularFile(Path.of(jar))) {
                    var copy = copies.resolve(classpath.size() + ".jar");
                    copy(Path.of(jar), copy);
                    classpath.add(copy.toString());
                }
            }
            var target = Files.createDirectory(copies.resolve("target"));
            var server = Files.createDirectory(copies.resolve("server"));
            Files.setAttribute(target, "unix:uid", NOBODY);
            Files.setAttribute(server, "unix:uid", NOBODY);
            var command = List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-classpath",
                    String.join(File.pathSeparator, classpath),
                    copies.resolve("src/build/java/GenerateJooq.java").toString(),
                    copies.resolve("src").toString(),
                    target.toString(),
                    server.toString());
            if (!succeeds(command)) {
                throw new IllegalStateException("The generation as another account failed; its output stands above.");
            }
            if (Files.exists(Path.of(args[1]))) {
                delete(Path.of(args[1]));
            }
            copy(target, Path.of(args[1]));
        } finally {
            delete(copies);
        }
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(new File("/"))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
