package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"?#]+\\.(?:css|js|svg|png|ico))\"");

    private final RunningServer server = new RunningServer();

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void a_page_comes_with_all_that_it_links_to(String path) throws Exception {
        var page = server.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringWhitespace("text/html;charset=utf-8");
        assertStrict(page);
        var links =
                LINK.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(links).hasSizeGreaterThan(2);
        for (var link : links) {
            assertThat(link).doesNotContain("://");
            assertThat(server.get("/" + link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/js/app.js, text/javascript;charset=utf-8",
        "/css/page.css, text/css;charset=utf-8",
        "/favicon.svg, image/svg+xml",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8",
        "/docs/swagger-ui.css, text/css;charset=utf-8",
        "/openapi.yaml, application/yaml"
    })
    void files_have_their_type_and_are_kept_by_their_tag(String path, String type) throws Exception {
        var file = server.get(path);
        var again = server.send(server.request(path)
                .header("If-None-Match", file.headers().firstValue("ETag").orElseThrow()));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringWhitespace(type);
        assertThat(file.headers().firstValue("Cache-Control")).contains("public, no-cache");
        assertStrict(file);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void neither_page_asks_another_host_for_anything() throws Exception {
        for (var path : new String[] {"/", "/docs", "/docs/docs.js"}) {
            assertThat(server.get(path).body())
                    .doesNotContainPattern("(?:src|<link[^>]*href)=\"(?:https?:)?//")
                    .doesNotContainPattern("url: *'https?:");
        }
    }

    private static void assertStrict(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains("same-origin");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }
}
