package dev.aiusage.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.VendorOptions;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.server.settings.Settings.LogFormat;
import dev.aiusage.server.settings.Settings.LogScanning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path HOME = Path.of("/home/anna");

    @Test
    void without_any_setting_everything_has_its_default() {
        var settings = settings(Map.of());

        assertThat(settings.listening().host()).isEqualTo("127.0.0.1");
        assertThat(settings.listening().port()).isEqualTo(3001);
        assertThat(settings.listening().corsOrigins()).isEmpty();
        assertThat(settings.listening().importMaxBytes()).isEqualTo(512L * 1024 * 1024);
        assertThat(settings.home().path()).isEqualTo(Path.of("/home/anna/.ai-usage"));
        assertThat(settings.storage()).isInstanceOf(StorageChoice.EmbeddedPostgres.class);
        assertThat(settings.schema()).isEqualTo("public");
        assertThat(settings.scanning()).isEqualTo(LogScanning.ON);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.vendors()).isEqualTo(VendorOptions.DEFAULT);
        assertThat(settings.vision().key()).isEmpty();
        assertThat(settings.vision().model()).isEqualTo("claude-haiku-5-5");
    }

    @Test
    void an_option_goes_before_the_environment() {
        var texts = new SettingTexts(Map.of("PORT", "4000"), Map.of(Setting.PORT, "5000"));

        assertThat(Settings.of(texts, HOME).listening().port()).isEqualTo(5000);
    }

    @Test
    void demo_data_is_kept_in_memory_and_no_log_is_read_beside_it() {
        var settings = settings(Map.of("USE_MOCK_DATA", "true", "SCAN_LOCAL_LOGS", "true"));

        assertThat(settings.storage()).isInstanceOf(StorageChoice.Demo.class);
        assertThat(settings.scanning()).isEqualTo(LogScanning.OFF);
    }

    @Test
    void a_database_without_a_migration_login_migrates_by_its_own() {
        var settings = settings(Map.of("DATABASE_URL", "postgresql://anna:pw@db.example.com/usage"));

        assertThat(settings.storage())
                .isInstanceOfSatisfying(
                        StorageChoice.Postgres.class,
                        chosen -> assertThat(chosen.migrations()).isEqualTo(chosen.service()));
    }

    @Test
    void vendors_are_asked_where_when_and_how_fast_the_settings_say() {
        var vendors = settings(Map.of(
                        "SYNC_AT", "03:30",
                        "SYNC_ZONE", "Europe/Berlin",
                        "VENDOR_CONCURRENCY", "2",
                        "VENDOR_CALL_TIMEOUT", "90 s",
                        "ANTHROPIC_BASE_URL", "http://localhost:8080/anthropic",
                        "OPENAI_BASE_URL", "https://openai.example.com"))
                .vendors();

        assertThat(vendors.dailyAt()).isEqualTo(LocalTime.of(3, 30));
        assertThat(vendors.dailyZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(vendors.callsAtOnce()).isEqualTo(2);
        assertThat(vendors.callTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(vendors.addresses().anthropic()).hasToString("http://localhost:8080/anthropic");
        assertThat(vendors.addresses().openAi()).hasToString("https://openai.example.com");
        assertThat(vendors.addresses().gitHub()).isEqualTo(VendorOptions.Addresses.DEFAULT.gitHub());
    }

    @Test
    void screenshots_are_read_by_the_key_and_model_that_the_settings_say() {
        var vision = settings(Map.of("VISION_API_KEY", "sk-ant-api03-sensitive", "VISION_MODEL", "claude-opus-5-5"))
                .vision();

        assertThat(vision.key()).hasValue(new Secret("sk-ant-api03-sensitive"));
        assertThat(vision.model()).isEqualTo("claude-opus-5-5");
        assertThat(vision.toString()).doesNotContain("sensitive");
    }

    @Test
    void a_key_that_can_be_none_is_refused_and_not_shown() {
        assertThatThrownBy(() -> settings(Map.of("VISION_API_KEY", "sk-ant sensitive")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("VISION_API_KEY has characters")
                .hasMessageNotContaining("sensitive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PORT             | abc          | PORT must be a whole number
                    SYNC_AT          | noon         | SYNC_AT must be a time like 03:30
                    SYNC_ZONE        | Mars/Base    | SYNC_ZONE must be a time zone like Europe/Berlin
                    VENDOR_CONCURRENCY | 0          | VENDOR_CONCURRENCY must lie between 1 and 64
                    VENDOR_CALL_TIMEOUT | 0 s       | VENDOR_CALL_TIMEOUT must be 1 to 600 seconds
                    VENDOR_CALL_TIMEOUT | soon      | VENDOR_CALL_TIMEOUT must be 1 to 600 seconds
                    GITHUB_BASE_URL  | github.com   | GITHUB_BASE_URL must be like https://host
                    GITHUB_BASE_URL  | http://github.com | GITHUB_BASE_URL must be like https://host
                    CURSOR_BASE_URL  | https://me:pw@cursor.com | CURSOR_BASE_URL must be like https://host
                    PORT             | 65536        | PORT must lie between 0 and 65535
                    PORT             | -1           | PORT must lie between 0 and 65535
                    HOST             | 0.0.0.0      | HOST must be a loopback address
                    HOST             | no such host | HOST names no address
                    STORAGE          | redis        | STORAGE must be postgres or memory
                    USE_MOCK_DATA    | yes          | USE_MOCK_DATA must be true or false
                    SCAN_LOCAL_LOGS  | 1            | SCAN_LOCAL_LOGS must be true or false
                    DATABASE_URL     | mysql://x    | DATABASE_URL must look like postgresql://
                    DATABASE_SCHEMA  | "; drop      | DATABASE_SCHEMA must be
                    CORS_ORIGINS     | example.com  | CORS_ORIGINS must list origins
                    CORS_ORIGINS     | https://*.a.b | CORS_ORIGINS must list origins
                    CORS_ORIGINS     | https://a_b.c:x | CORS_ORIGINS must list origins
                    IMPORT_MAX_BYTES | lots         | IMPORT_MAX_BYTES must be a number of bytes
                    IMPORT_MAX_BYTES | 0            | IMPORT_MAX_BYTES must be a number of bytes
                    VISION_MODEL     | a model      | VISION_MODEL must be a model such as
                    LOG_FORMAT       | xml          | LOG_FORMAT must be text or json
                    """)
    void what_cannot_be_is_refused_in_one_line_that_names_the_setting(String name, String value, String message) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"1048576, 1048576", "512 MB, 536870912", "2GB, 2147483648", "10kib, 10240"})
    void sizes_are_written_as_people_write_them(String text, long bytes) {
        assertThat(settings(Map.of("IMPORT_MAX_BYTES", text)).listening().importMaxBytes())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "--PORT, --port",
        "--DATABASE_URL=x, --database-url=x",
        "--database_url, --database-url",
        "--ai-usage-home, --ai-usage-home",
        "--unknown, --unknown",
        "import, import"
    })
    void an_option_may_be_spelt_like_its_variable(String given, String normal) {
        assertThat(Setting.normalise(given)).isEqualTo(normal);
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(new SettingTexts(environment, Map.of()), HOME);
    }
}
