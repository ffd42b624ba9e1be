import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
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
        generate(migrations, target, server);
        Files.writeString(lastInputs, inputs);
    }

    private static void generate(Path migrations, Path target, Path server) throws Exception {
        Files.createDirectories(server);
        try (var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(server.toFile())
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()) {
            Flyway.configure()
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
