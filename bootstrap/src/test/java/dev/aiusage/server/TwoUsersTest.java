package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.server.settings.SettingRefused;
import dev.aiusage.server.settings.SettingTexts;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.testing.CapturedLog;
import dev.aiusage.testing.UserToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service with two users: what is one's is not the other's, and a key leaves no trace. */
@Execution(ExecutionMode.SAME_THREAD)
class TwoUsersTest {

    private static final String KEY = "sk-ant-admin01-needle-in-a-haystack";
    private static final String API = "/api/ai-usage/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String anna = UserToken.of(new UserId(UUID.randomUUID()));
    private final String ben = UserToken.of(new UserId(UUID.randomUUID()));
    private final List<String> answers = new ArrayList<>();
    private final CapturedLog log = CapturedLog.begin();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Service service = Service.start(settings(Map.of("ENCRYPTION_KEY", key())));
    private final URI address = log.addressOfService();

    @AfterEach
    void close() {
        service.close();
        log.close();
    }

    @Test
    void nothing_of_one_user_is_seen_or_changed_by_the_other() throws Exception {
        var annas = connect(anna).path("integration_id").asText();
        var annasToken = json("POST", "ingest-tokens", anna, "{\"name\":\"laptop\"}")
                .path("token_id")
                .asText();
        var list = integrations(anna);

        assertThat(status("GET", "integrations/" + annas, ben, "")).isEqualTo(404);
        assertThat(status("PATCH", "integrations/" + annas, ben, "{\"is_active\":false}"))
                .isEqualTo(404);
        assertThat(status("PATCH", "integrations/" + annas, ben, "{}")).isEqualTo(404);
        assertThat(status("DELETE", "integrations/" + annas, ben, "")).isEqualTo(404);
        assertThat(status("DELETE", "ingest-tokens/" + annasToken, ben, "")).isEqualTo(404);
        assertThat(body("GET", "integrations", ben, "")).isEqualTo("{\"integrations\":[]}");
        assertThat(body("GET", "ingest-tokens", ben, "")).isEqualTo("{\"ingest_tokens\":[]}");
        assertThat(json("GET", "dashboard", ben, "").path("tools")).isEmpty();

        assertThat(integrations(anna)).isEqualTo(list).hasSize(1);
        assertThat(json("GET", "ingest-tokens", anna, "").path("ingest_tokens")).hasSize(1);
    }

    @Test
    void both_may_connect_the_same_and_each_removes_their_own() throws Exception {
        var annas = connect(anna).path("integration_id").asText();
        var bens = connect(ben).path("integration_id").asText();

        assertThat(annas).isNotEqualTo(bens);
        assertThat(status("POST", "connect", anna, connecting())).isEqualTo(409);
        assertThat(status("DELETE", "integrations/" + annas, anna, "")).isEqualTo(204);
        assertThat(json("GET", "integrations", ben, "").path("integrations")).hasSize(1);
    }

    @Test
    void an_ingest_token_brings_usage_and_does_nothing_else() throws Exception {
        var made = json("POST", "ingest-tokens", anna, "{\"name\":\"laptop\"}");
        var token = made.path("token").asText();
        var line = "{\"type\":\"user\"}";

        assertThat(status("POST", "import?format=claude_code_jsonl", token, line))
                .isEqualTo(200);
        assertThat(json("GET", "ingest-tokens", anna, "")
                        .at("/ingest_tokens/0/last_used_at")
                        .isNull())
                .isFalse();
        for (var path : List.of("dashboard", "integrations", "ingest-tokens")) {
            assertThat(status("GET", path, token, "")).isEqualTo(401);
        }
        assertThat(status("POST", "connect", token, connecting())).isEqualTo(401);

        assertThat(status("DELETE", "ingest-tokens/" + made.path("token_id").asText(), anna, ""))
                .isEqualTo(204);
        assertThat(status("POST", "import?format=claude_code_jsonl", token, line))
                .isEqualTo(401);
        assertThat(log.text()).doesNotContain(token);
    }

    @Test
    void a_key_leaves_no_trace_in_answers_or_logs() throws Exception {
        var id = connect(anna).path("integration_id").asText();
        status("PATCH", "integrations/" + id, anna, "{\"api_key\":\"" + KEY + "-2\"}");
        status("PATCH", "integrations/" + id, anna, "{\"api_key\":\"" + KEY + " with blanks\"}");
        status("PATCH", "integrations/" + id, anna, "{\"api_key\":\"" + KEY + "\"");
        status("POST", "connect", anna, "{\"provider\":\"cursor\",\"api_key\":\"" + KEY + "\"}");
        status("POST", "connect", anna, "{\"provider\":\"claude_code\",\"api_key\":[\"" + KEY + "\"]}");
        status("POST", "connect", anna, connecting());
        status("GET", "integrations", anna, "");
        status("DELETE", "integrations/" + id, anna, "");

        assertThat(log.text()).contains("connected integration=" + id).doesNotContain("needle");
        assertThat(answers).hasSizeGreaterThan(8).noneMatch(answer -> answer.contains("needle"));
    }

    @Test
    void users_are_no_operators() throws Exception {
        assertThat(status("POST", "admin/rotate-keys", anna, "")).isEqualTo(404);
        assertThat(status("GET", "admin/encryption-keys", anna, "")).isEqualTo(404);
    }

    @Test
    void without_an_encryption_key_nothing_starts() {
        assertThatThrownBy(() -> Service.start(settings(Map.of())))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    private static Settings settings(Map<String, String> more) {
        var texts = new HashMap<>(more);
        texts.putAll(Map.of("AUTH_JWT_SECRET", UserToken.SECRET, "STORAGE", "memory", "PORT", "0"));
        texts.put("ANTHROPIC_BASE_URL", "http://127.0.0.1:9");
        return Settings.of(new SettingTexts(texts, Map.of()), Path.of("/nowhere"));
    }

    /** What nobody else may change of them; the service itself goes on with their synchronisation. */
    private List<String> integrations(String user) throws Exception {
        var texts = new ArrayList<String>();
        json("GET", "integrations", user, "")
                .path("integrations")
                .forEach(held -> texts.add(Stream.of("integration_id", "account", "key_hint", "is_active")
                        .map(field -> held.path(field).asText())
                        .collect(Collectors.joining(" "))));
        return texts;
    }

    private JsonNode connect(String user) throws Exception {
        return json("POST", "connect", user, connecting());
    }

    private static String connecting() {
        return "{\"provider\":\"claude_code\",\"api_key\":\"" + KEY + "\",\"account\":\"someone@example.org\"}";
    }

    private JsonNode json(String method, String path, String user, String body) throws Exception {
        return JSON.readTree(body(method, path, user, body));
    }

    private String body(String method, String path, String user, String body) throws Exception {
        return send(method, path, user, body).body();
    }

    private int status(String method, String path, String user, String body) throws Exception {
        return send(method, path, user, body).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String user, String body) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(API + path))
                .header("Authorization", "Bearer " + user)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        answers.add(response.headers() + response.body());
        return response;
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(new byte[32]);
    }
}
