package dev.aiusage.providers.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.providers.calls.CallsForTests;
import dev.aiusage.providers.calls.VendorWeb;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairlyUsageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private final MockWebServer pairly = new MockWebServer();
    private final VendorWeb web = CallsForTests.web(CLOCK);

    @BeforeEach
    void start() throws IOException {
        pairly.start();
    }

    @AfterEach
    void stop() {
        web.close();
        pairly.close();
    }

    @Test
    void all_pages_of_a_day_are_added_up() throws Exception {
        answer(200, "{\"rows\": []}");
        answer(200, fixture("page-1.json"));
        answer(200, fixture("page-2.json"));

        var day = open("").fetch(new DateRange(TODAY, TODAY)).get(0);

        assertThat(day.measures().requests().count()).isEqualTo(Count.of(15));
        assertThat(day.measures().tokens().input()).isEqualTo(Count.of(900));
        assertThat(day.measures().cost().dollars()).contains(new BigDecimal("0.009"));
        assertThat(day.breakdowns(Dimension.MEMBER)).hasSize(2);
        assertThat(day.breakdowns(Dimension.MODEL)).hasSize(1);
        assertThat(List.of(asked(), asked(), asked()))
                .containsExactly("day=2026-11-24", "day=2026-11-24", "day=2026-11-24&page=b");
    }

    @Test
    void an_account_narrows_to_that_member() throws Exception {
        answer(200, "{\"rows\": []}");

        assertThat(open("ann").reach()).isEqualTo("Pairly usage of ann.");
        assertThat(asked()).isEqualTo("day=2026-11-24&member=ann");
    }

    @Test
    void each_remembered_day_is_a_window_and_is_final_two_days_after_its_end() {
        answer(200, "{\"rows\": []}");
        var access = open("");

        assertThat(access.windows(DateRange.lastDays(100, TODAY))).hasSize(90).startsWith(new DateRange(TODAY, TODAY));
        assertThat(access.settles(TODAY)).isEqualTo("2026-11-27T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"401, InvalidKey", "403, NotAllowed", "429, RateLimited", "400, MalformedAnswer", "501, Unavailable"})
    void a_refusal_means_what_pairly_documents(int status, String failure) {
        answer(status, "");

        assertThatThrownBy(() -> open(""))
                .satisfies(
                        thrown -> assertThat(thrown.getClass().getSimpleName()).isEqualTo(failure));
    }

    private VendorAccess open(String member) {
        var account = new VendorAccount(new Secret("pair_0123456789"), new Scope("", member));
        return new PairlyUsage(web, pairly.url("/")).open(account);
    }

    private void answer(int status, String body) {
        pairly.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private String asked() throws InterruptedException {
        var request = pairly.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer pair_0123456789");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/usage");
        return String.valueOf(request.getUrl().query());
    }

    private static String fixture(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/dev/aiusage/providers/example", name));
    }
}
