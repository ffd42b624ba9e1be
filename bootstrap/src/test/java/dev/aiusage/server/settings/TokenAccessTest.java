package dev.aiusage.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.server.settings.Settings.LogScanning;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenAccessTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String KEYS = "https://id.example.com/.well-known/jwks.json";

    @Test
    void without_a_secret_and_keys_there_is_no_login() {
        assertThat(settings(Map.of()).access()).isEqualTo(new Access.LocalAccess());
    }

    @Test
    void a_secret_of_32_bytes_is_enough_for_a_login() {
        assertThat(access(Map.of("AUTH_JWT_SECRET", SECRET))).satisfies(access -> {
            assertThat(access.secret()).contains(new Secret(SECRET));
            assertThat(access.keySet()).isEmpty();
            assertThat(access.issuer()).isEmpty();
            assertThat(access.audience()).isEqualTo("authenticated");
        });
    }

    @Test
    void published_keys_may_stand_beside_it() {
        var access = access(Map.of(
                "AUTH_JWT_SECRET",
                SECRET,
                "AUTH_JWKS_URL",
                KEYS,
                "AUTH_JWT_ISSUER",
                "https://id.example.com",
                "AUTH_JWT_AUDIENCE",
                "usage"));

        assertThat(access.secret()).isPresent();
        assertThat(access.keySet()).contains(URI.create(KEYS));
        assertThat(access.issuer()).contains("https://id.example.com");
        assertThat(access.audience()).isEqualTo("usage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9999/keys",
                "http://127.0.0.1/keys",
                "http://[::1]:1/keys",
                "HTTPS://a.example/k"
            })
    void keys_come_by_https_or_from_this_machine(String url) {
        assertThat(access(Map.of("AUTH_JWKS_URL", url)).keySet()).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/keys",
                "http://localhost.evil.example/keys",
                "http://127.0.0.1.evil.example/keys",
                "https:///keys",
                "https://user:password@id.example.com/keys",
                "http://localhost@evil.example/keys",
                "ftp://id.example.com/keys",
                "file:///etc/keys.json",
                "id.example.com",
                "https://id.example.com/ keys"
            })
    void other_addresses_of_keys_are_refused_without_being_shown(String url) {
        assertThatThrownBy(() -> settings(Map.of("AUTH_JWKS_URL", url)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("AUTH_JWKS_URL must look like https://")
                .hasMessageNotContaining(url)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "31 bytes are one byte too few, ",
                "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
                "{\"kty\":\"RSA\",\"n\":\"0123456789abcdef\",\"e\":\"AQAB\"}"
            })
    void what_can_be_guessed_or_is_public_is_no_secret_and_is_not_shown(String secret) {
        assertThatThrownBy(() -> settings(Map.of("AUTH_JWT_SECRET", secret)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("AUTH_JWT_SECRET must ")
                .hasMessageNotContaining(secret)
                .hasMessageNotContaining("\n");
    }

    @Test
    void no_text_of_the_settings_shows_the_secret() {
        var settings = settings(Map.of("AUTH_JWT_SECRET", SECRET, "AUTH_JWKS_URL", KEYS + "?apikey=hidden"));

        assertThat(settings.toString() + settings.access())
                .doesNotContain(SECRET)
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH_JWT_ISSUER", "AUTH_JWT_AUDIENCE", "CODEBURN_CLIENT_ID"})
    void half_a_login_is_refused(String name) {
        assertThatThrownBy(() -> settings(Map.of(name, "x")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith(name + " has no effect without AUTH_JWT_SECRET or AUTH_JWKS_URL");
    }

    @Test
    void a_client_of_an_issuer_that_nobody_named_is_refused() {
        var login = Map.of("AUTH_JWT_SECRET", SECRET, "CODEBURN_CLIENT_ID", "codeburn");
        var named = new HashMap<>(login);
        named.put("AUTH_JWT_ISSUER", "https://id.example.com");

        assertThat(access(named).codeBurnClient()).contains("codeburn");
        assertThatThrownBy(() -> access(login))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("CODEBURN_CLIENT_ID has no effect without AUTH_JWT_ISSUER");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "192.0.2.1"})
    void only_a_service_with_a_login_may_be_reached_from_elsewhere(String host) {
        var settings = settings(Map.of("HOST", host, "AUTH_JWT_SECRET", SECRET));

        assertThat(settings.listening().host()).isEqualTo(host);
        assertThatThrownBy(() -> settings(Map.of("HOST", host)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("HOST must be a loopback address");
    }

    @Test
    void logs_of_this_machine_are_nobodys_where_there_are_several_users() {
        var asked = settings(Map.of("AUTH_JWT_SECRET", SECRET, "SCAN_LOCAL_LOGS", "true"));

        assertThat(asked.scanning()).isEqualTo(LogScanning.OFF);
    }

    @Test
    void demo_data_is_for_one_user_only() {
        assertThatThrownBy(() -> settings(Map.of("AUTH_JWT_SECRET", SECRET, "USE_MOCK_DATA", "true")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("USE_MOCK_DATA shows one user's demo data");
    }

    @Test
    void memory_may_be_shared_by_those_who_log_in() {
        var settings = settings(Map.of("AUTH_JWT_SECRET", SECRET, "STORAGE", "memory"));

        assertThat(settings.storage()).isInstanceOf(StorageChoice.Memory.class);
    }

    private static TokenAccess access(Map<String, String> environment) {
        return (TokenAccess) settings(environment).access();
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(new SettingTexts(new HashMap<>(environment), Map.of()), Path.of("/home/anna"));
    }
}
