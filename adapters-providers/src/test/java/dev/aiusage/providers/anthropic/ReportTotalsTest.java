package dev.aiusage.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** The reports that name tokens and cost alike: those of Messages, and those of Enterprise for each person. */
class ReportTotalsTest {

    private static final List<String> MEMBERS = List.of("user_1", "user_2", "user_3", "user_4");
    private static final List<String> MODELS = List.of("claude-opus-5", "claude-haiku-5-5", "claude-sonnet-5-5");
    private static final DateRange TEN_DAYS = FakeAnthropic.days("2026-11-01", "2026-11-10");

    private final Ledger counted = new Ledger();
    private final Map<String, String> pages = new HashMap<>();

    @Test
    void totals_of_messages_are_those_of_a_count_by_hand() {
        var random = new Random(7);
        TEN_DAYS.stream().forEach(day -> {
            var cursor = day.isEqual(TEN_DAYS.from()) ? "" : day.toString();
            var next = day.isEqual(TEN_DAYS.to()) ? "" : day.plusDays(1).toString();
            keep("usage" + cursor, bucket(day.toString(), usage(random, day.toString(), "account_id", false)), next);
            keep("cost" + cursor, bucket(day.toString(), costs(random, day.toString(), false)), next);
        });

        try (var anthropic = FakeAnthropic.console()) {
            anthropic.answer(FakeAnthropic.MESSAGES, url -> page("usage", url));
            anthropic.answer(FakeAnthropic.COST, url -> page("cost", url));

            assertThat(Ledger.of(fetchAll(anthropic.openMessages(""))).sums()).isEqualTo(counted.sums());
        }
    }

    @Test
    void totals_of_enterprise_are_those_of_a_count_by_hand() {
        var random = new Random(8);
        TEN_DAYS.stream().forEach(day -> {
            keep("usage" + day, usage(random, day.toString(), "user_id", true), day + "-2");
            keep("usage" + day + "-2", usage(random, day.toString(), "user_id", true), "");
            keep("cost" + day, costs(random, day.toString(), true), "");
        });

        try (var anthropic = FakeAnthropic.enterprise()) {
            anthropic.answer(FakeAnthropic.USER_USAGE, url -> page("usage", url));
            anthropic.answer(FakeAnthropic.USER_COST, url -> page("cost", url));

            assertThat(Ledger.of(fetchAll(anthropic.openClaudeCode(""))).sums()).isEqualTo(counted.sums());
        }
    }

    private static List<UsageDay> fetchAll(VendorAccess access) {
        var days = new ArrayList<UsageDay>();
        for (var window : access.windows(TEN_DAYS)) {
            days.addAll(access.fetch(window));
        }
        return days;
    }

    private void keep(String name, String elements, String next) {
        pages.put(name, next.isEmpty() ? FakeAnthropic.page(elements) : FakeAnthropic.page(elements, next));
    }

    /** By cursor, and without one by the day that was asked for where there is such a page. */
    private MockResponse page(String report, HttpUrl url) {
        var cursor = url.queryParameter("page");
        var start = String.valueOf(url.queryParameter("starting_at")).substring(0, 10);
        var first = pages.getOrDefault(report, pages.getOrDefault(report + start, FakeAnthropic.EMPTY));
        return FakeAnthropic.ok(cursor == null ? first : String.valueOf(pages.get(report + cursor)));
    }

    private static String bucket(String day, String results) {
        return "{\"starting_at\": \"%sT00:00:00Z\", \"results\": [%s]}".formatted(day, results);
    }

    private String usage(Random random, String day, String memberField, boolean hasRequests) {
        var rows = new ArrayList<String>();
        for (var row = random.nextInt(40); row >= 0; row--) {
            var member = MEMBERS.get(random.nextInt(MEMBERS.size()));
            var model = MODELS.get(random.nextInt(MODELS.size()));
            int input = random.nextInt(100_000);
            int output = random.nextInt(100_000);
            int read = random.nextInt(100_000);
            int shortWrite = random.nextInt(100_000);
            int longWrite = random.nextInt(100_000);
            int requests = random.nextInt(100);
            for (var place : List.of(day, day + " member " + member, day + " model " + model)) {
                counted.add(place, "input", input);
                counted.add(place, "output", output);
                counted.add(place, "read", read);
                counted.add(place, "write", shortWrite + longWrite);
                if (hasRequests) {
                    counted.add(place, "requests", requests);
                }
            }
            rows.add("""
                    {"%s": "%s", "actor": {"type": "user", "user_id": "%s"}, "model": "%s", "requests": %s,
                     "uncached_input_tokens": %s, "output_tokens": %s, "cache_read_input_tokens": %s,
                     "cache_creation": {"ephemeral_5m_input_tokens": %s, "ephemeral_1h_input_tokens": %s}}""".formatted(
                            memberField, member, member, model, requests, input, output, read, shortWrite, longWrite));
        }
        return String.join(",", rows);
    }

    private String costs(Random random, String day, boolean hasMembers) {
        var rows = new ArrayList<String>();
        for (var row = random.nextInt(40); row >= 0; row--) {
            var member = MEMBERS.get(random.nextInt(MEMBERS.size()));
            var model = MODELS.get(random.nextInt(MODELS.size()));
            var cents = BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(8));
            var dollars = cents.movePointLeft(2);
            counted.add(day, "dollars", dollars);
            counted.add(day + " model " + model, "dollars", dollars);
            if (hasMembers) {
                counted.add(day + " member " + member, "dollars", dollars);
            }
            rows.add("""
                    {"actor": {"type": "user", "user_id": "%s"}, "model": "%s",
                     "amount": "%s", "list_amount": "1", "currency": "USD"}""".formatted(member, model, cents.toPlainString()));
        }
        return String.join(",", rows);
    }
}
