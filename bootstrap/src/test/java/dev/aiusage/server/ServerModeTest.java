package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.AiUsage;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.server.settings.SettingTexts;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.testing.BusyFolder;
import dev.aiusage.testing.CapturedLog;
import dev.aiusage.testing.SharedDatabase;
import dev.aiusage.testing.UserToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service with logins on a PostgreSQL of its operator's. */
@Execution(ExecutionMode.SAME_THREAD)
class ServerModeTest {

    private static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String KEY = "crsr_needle-in-a-haystack";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static CapturedLog log;
    private static SharedDatabase database;
    private static HikariDataSource owner;
    private static Service service;
    private static URI address;

    private final UserId anna = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @BeforeAll
    static void startAll() {
        log = CapturedLog.begin();
        database = SharedDatabase.in(directory.resolve("shared"));
        owner = database.pool(database.ownerUrl());
        service = start(Map.of("DATABASE_URL", database.serviceUrl(), "DATABASE_MIGRATION_URL", database.ownerUrl()));
        address = log.addressOfService();
    }

    private static Service start(Map<String, String> more) {
        var texts = new HashMap<>(more);
        texts.put("AUTH_JWT_SECRET", UserToken.SECRET);
        texts.put("ENCRYPTION_KEY", ENCRYPTION_KEY);
        texts.put("PORT", "0");
        texts.put("CURSOR_BASE_URL", "http://127.0.0.1:9");
        return Service.start(Settings.of(new SettingTexts(texts, Map.of()), directory));
    }

    @AfterAll
    static void stopAll() {
        service.close();
        owner.close();
        database.close();
        log.close();
    }

    @Test
    void a_users_first_valid_token_makes_their_row() throws Exception {
        assertThat(status("GET", "/health", "", "")).isEqualTo(200);
        assertThat(status("GET", "/api/ai-usage/dashboard", UserToken.of(anna) + "x", ""))
                .isEqualTo(401);
        assertThat(profiles()).doesNotContain(anna.toString());

        assertThat(status("GET", "/api/ai-usage/dashboard", UserToken.of(anna), ""))
                .isEqualTo(200);
        assertThat(status("GET", "/api/ai-usage/dashboard", UserToken.of(anna), ""))
                .isEqualTo(200);

        assertThat(profiles()).containsOnlyOnce(anna.toString()).doesNotContain(ben.toString());
    }

    @Test
    void no_route_knows_any_id_of_another_user() throws Exception {
        var ids = List.of(connect(anna, "a"), ingestToken(anna).path("token_id").asText());
        var before = integrations(anna);
        var tried = 0;

        for (var call : contract()) {
            for (var id : call.namesSomething() ? ids : List.<String>of()) {
                var change = call.path().contains("/devices/") ? "{\"alias\":\"mine\"}" : "{\"is_active\":false}";
                var body = call.method().equals("PATCH") ? change : "";
                assertThat(status(call.method(), call.pathOf(id), UserToken.of(ben), body))
                        .as("%s of %s", call, id)
                        .isEqualTo(404);
                tried++;
            }
        }

        assertThat(tried).isGreaterThanOrEqualTo(8);
        assertThat(integrations(anna)).isEqualTo(before).hasSize(1);
        assertThat(json("GET", "/api/ai-usage/ingest-tokens", UserToken.of(anna), "")
                        .path("ingest_tokens"))
                .hasSize(1);
    }

    /** What nobody else may change of them; the service itself goes on with their synchronisation. */
    private List<String> integrations(UserId user) throws Exception {
        var texts = new ArrayList<String>();
        json("GET", "/api/ai-usage/integrations", UserToken.of(user), "")
                .path("integrations")
                .forEach(held -> texts.add(Stream.of("integration_id", "account", "key_hint", "is_active")
                        .map(field -> held.path(field).asText())
                        .collect(Collectors.joining(" "))));
        return texts;
    }

    @Test
    void an_ingest_token_reaches_no_call_of_the_contract_but_the_import() throws Exception {
        var token = ingestToken(anna).path("token").asText();
        var reached = new ArrayList<Call>();

        for (var call : contract()) {
            if (call.path().startsWith("/api/")
                    && status(call.method(), call.pathOf(anna.toString()), token, "") != 401) {
                reached.add(call);
            }
        }

        assertThat(reached).containsExactly(new Call("POST", "/api/ai-usage/import"));
        assertThat(status("POST", "/api/ai-usage/import?format=claude_code_jsonl", token, "{\"type\":\"user\"}"))
                .isEqualTo(200);
    }

    @Test
    void a_damaged_key_is_told_on_its_integration_and_all_others_work() throws Exception {
        var damaged = connect(anna, "damaged");
        var sound = connect(anna, "sound");
        execute("update ai_tool_integrations set encrypted_api_key = left(encrypted_api_key, -4) || 'AAAA'"
                + " where integration_id = '" + damaged + "'");

        assertThat(open(anna, damaged)).isInstanceOf(OpenedKey.Unreadable.class);
        assertThat(open(anna, sound)).isInstanceOf(OpenedKey.Opened.class);

        var statuses = statuses(anna);
        assertThat(statuses).hasSize(2).containsEntry(damaged, "key_unreadable");
        // The vendor is away, which the service may have met by now.
        assertThat(statuses.get(sound)).isIn("active", "failing");
        assertThat(status("GET", "/health", "", "")).isEqualTo(200);
        assertThat(status("GET", "/api/ai-usage/dashboard", UserToken.of(anna), ""))
                .isEqualTo(200);
        assertThat(connect(ben, "new")).isNotEmpty();
    }

    private Map<String, String> statuses(UserId user) throws Exception {
        var statuses = new HashMap<String, String>();
        json("GET", "/api/ai-usage/integrations", UserToken.of(user), "")
                .path("integrations")
                .forEach(held -> statuses.put(
                        held.path("integration_id").asText(),
                        held.path("status").asText()));
        return statuses;
    }

    @Test
    void a_key_is_in_no_file_of_the_database_and_in_no_log_and_no_answer() throws Exception {
        var id = connect(anna, "somebody");
        var path = "/api/ai-usage/integrations/" + id;
        assertThat(status("PATCH", path, UserToken.of(anna), "{\"api_key\":\"" + KEY + "-2\"}"))
                .isEqualTo(200);
        body("GET", "/api/ai-usage/integrations", UserToken.of(anna), "");
        execute("checkpoint");

        var files = files(directory.resolve("shared"));
        assertThat(files).as("as text in the trail").anyMatch(file -> holds(file, id));
        assertThat(files).noneMatch(file -> holds(file, "needle"));
        assertThat(log.text()).contains("connected integration=" + id).doesNotContain("needle");
        assertThat(answers).hasSize(3).noneMatch(answer -> answer.contains("needle"));
    }

    @Test
    void one_login_that_policies_do_not_hold_is_warned_of_in_one_line() {
        assertThat(log.warnings()).noneMatch(warning -> warning.contains("row-level security"));

        start(Map.of("DATABASE_URL", database.ownerUrl())).close();

        assertThat(log.warnings())
                .filteredOn(warning -> warning.contains("row-level security"))
                .singleElement()
                .asString()
                .contains("\"postgres\" of DATABASE_URL is a superuser", "create role ai_usage_service login noinherit")
                .contains("DATABASE_MIGRATION_URL")
                .doesNotContain("\n");
    }

    private static List<Path> files(Path folder) throws IOException {
        return BusyFolder.paths(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private OpenedKey open(UserId user, String integration) {
        try (var pool = database.pool(database.serviceUrl());
                var usage = AiUsage.builder()
                        .dataSource(pool)
                        .migrations(owner, database.serviceLogin())
                        .encryptionKeys(EncryptionKeys.single(ENCRYPTION_KEY))
                        .build()) {
            return usage.integrations().keys().open(user, new IntegrationId(UUID.fromString(integration)));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> profiles() throws SQLException {
        var users = new ArrayList<String>();
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select user_id::text from user_profiles")) {
            while (rows.next()) {
                users.add(rows.getString(1));
            }
        }
        return users;
    }

    private record Call(String method, String path) {

        /** By an id; a token in a path is a proof of who is calling, and names nothing. */
        boolean namesSomething() {
            return path.contains("{") && !path.contains("{token}");
        }

        String pathOf(String id) {
            return path.replaceAll("\\{[^}]*}", id);
        }
    }

    /** Each call that the service itself publishes. */
    private List<Call> contract() throws Exception {
        var calls = new ArrayList<Call>();
        var path = "";
        for (var line : body("GET", "/openapi.yaml", "", "").lines().toList()) {
            if (line.matches("  /\\S*:")) {
                path = line.strip().replace(":", "");
            } else if (!path.isEmpty() && line.matches("    (get|post|patch|put|delete):")) {
                calls.add(new Call(line.strip().replace(":", "").toUpperCase(Locale.ROOT), path));
            } else if (line.matches("\\w+:")) {
                path = "";
            }
        }
        assertThat(calls)
                .contains(
                        new Call("POST", "/api/ai-usage/import"),
                        new Call("DELETE", "/api/ai-usage/ingest-tokens/{id}"));
        return calls;
    }

    private String connect(UserId user, String account) throws Exception {
        var made = send(
                "POST",
                "/api/ai-usage/connect",
                UserToken.of(user),
                "{\"provider\":\"cursor\",\"account\":\"" + account + "\",\"api_key\":\"" + KEY + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body()).path("integration_id").asText();
    }

    private JsonNode ingestToken(UserId user) throws Exception {
        return json("POST", "/api/ai-usage/ingest-tokens", UserToken.of(user), "{\"name\":\"laptop\"}");
    }

    private JsonNode json(String method, String path, String token, String body) throws Exception {
        return JSON.readTree(body(method, path, token, body));
    }

    private String body(String method, String path, String token, String body) throws Exception {
        return send(method, path, token, body).body();
    }

    private int status(String method, String path, String token, String body) throws Exception {
        return send(method, path, token, body).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(
                request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        answers.add(response.headers() + response.body());
        return response;
    }
}
