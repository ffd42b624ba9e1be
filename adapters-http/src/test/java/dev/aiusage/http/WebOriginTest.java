package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, https://app.example.com",
        "HTTPS://App.Example.com/, https://app.example.com",
        "https://app.example.com:443, https://app.example.com",
        "http://app.example.com:80, http://app.example.com",
        "http://localhost:5173, http://localhost:5173",
        "http://[::1]:5173, http://[::1]:5173"
    })
    void an_origin_is_kept_as_browsers_write_it(String given, String kept) {
        assertThat(WebOrigin.normalised(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "app.example.com",
                "https://",
                "https://a.example/path",
                "https://u@a.example",
                "a b",
                ""
            })
    void anything_else_is_refused_by_the_settings(String given) {
        assertThatThrownBy(() -> HttpSettings.local("1").withCorsOrigins(Set.of(given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an origin like https://app.example.com: " + given);
    }

    @Test
    void an_import_limit_below_one_byte_is_refused() {
        assertThatThrownBy(() -> HttpLimits.DEFAULT.withImportMaxBytes(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
