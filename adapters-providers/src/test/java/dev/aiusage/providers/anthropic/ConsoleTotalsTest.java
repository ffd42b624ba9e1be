package dev.aiusage.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

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

class ConsoleTotalsTest {

    private static final List<String> PEOPLE = List.of("anna@example.com", "ben@example.com", "cem@example.com");
    private static final List<String> MODELS = List.of("claude-opus-5", "claude-haiku-5-5", "claude-sonnet-5-5");

    private final Ledger everybody = new Ledger();
    private final Ledger anna = new Ledger();

    @Test
    void totals_are_those_of_a_count_by_hand() {
        for (var seed = 1; seed <= 2; seed++) {
            var random = new Random(seed);
            var pages = new HashMap<String, List<String>>();
            FakeAnthropic.days("2026-11-01", "2026-11-06").stream()
                    .forEach(day -> pages.put(day.toString(), pages(random, day.toString())));

            try (var anthropic = FakeAnthropic.console()) {
                anthropic.answer(FakeAnthropic.CLAUDE_CODE, url -> page(pages, url));

                assertThat(Ledger.of(fetchAll(anthropic, "")).sums()).isEqualTo(everybody.sums());
                assertThat(Ledger.of(fetchAll(anthropic, "Anna@Example.com")).sums())
                        .isEqualTo(anna.sums());
            }
            everybody.clear();
            anna.clear();
        }
    }

    private static List<UsageDay> fetchAll(FakeAnthropic anthropic, String account) {
        var access = anthropic.openClaudeCode(account);
        var days = new ArrayList<UsageDay>();
        for (var window : access.windows(FakeAnthropic.days("2026-11-01", "2026-11-06"))) {
            days.addAll(access.fetch(window));
        }
        return days;
    }

    private static MockResponse page(Map<String, List<String>> pages, HttpUrl url) {
        var all = pages.getOrDefault(String.valueOf(url.queryParameter("starting_at")), List.of(""));
        var cursor = url.queryParameter("page");
        var index = cursor == null ? 0 : Integer.parseInt(cursor);
        var isLast = index == all.size() - 1;
        return FakeAnthropic.ok(
                isLast ? FakeAnthropic.page(all.get(index)) : FakeAnthropic.page(all.get(index), "" + (index + 1)));
    }

    private List<String> pages(Random random, String day) {
        var pages = new ArrayList<String>();
        for (var page = random.nextInt(4); page >= 0; page--) {
            var rows = new ArrayList<String>();
            for (var row = random.nextInt(30); row > 0; row--) {
                rows.add(row(random, day));
            }
            pages.add(String.join(",", rows));
        }
        return pages;
    }

    private String row(Random random, String day) {
        var person = random.nextInt(PEOPLE.size() + 1);
        var name = person == PEOPLE.size() ? "Nightly build" : PEOPLE.get(person);
        var isAnna = person == 0;
        var actor = person == PEOPLE.size()
                ? "{\"type\": \"api_actor\", \"api_key_name\": \"%s\"}".formatted(name)
                : "{\"type\": \"user_actor\", \"email_address\": \"%s\"}".formatted(name);
        int sessions = random.nextInt(9);
        int added = random.nextInt(5000);
        int removed = random.nextInt(5000);
        int accepted = random.nextInt(50);
        int rejected = random.nextInt(50);
        int written = random.nextInt(50);
        count(day, name, isAnna, "sessions", sessions);
        count(day, name, isAnna, "added", added);
        count(day, name, isAnna, "removed", removed);
        count(day, name, isAnna, "accepted", accepted + written);
        count(day, name, isAnna, "rejected", rejected);
        count(day, name, isAnna, "requests", sessions + accepted + written + rejected);
        var models = new ArrayList<String>();
        for (var model = random.nextInt(4); model > 0; model--) {
            models.add(model(random, day, name, isAnna));
        }
        return """
                {"date": "%sT00:00:00Z", "actor": %s, "terminal_type": "t%s", "is_remote": %s,
                 "core_metrics": {"num_sessions": %s, "lines_of_code": {"added": %s, "removed": %s}},
                 "tool_actions": {"edit_tool": {"accepted": %s, "rejected": %s},
                                  "write_tool": {"accepted": %s, "rejected": 0}},
                 "model_breakdown": [%s]}""".formatted(
                        day,
                        actor,
                        random.nextInt(3),
                        random.nextBoolean(),
                        sessions,
                        added,
                        removed,
                        accepted,
                        rejected,
                        written,
                        String.join(",", models));
    }

    private String model(Random random, String day, String name, boolean isAnna) {
        var model = MODELS.get(random.nextInt(MODELS.size()));
        var kinds = List.of("input", "output", "read", "write");
        var tokens = new ArrayList<Integer>();
        for (var kind : kinds) {
            var count = random.nextInt(1_000_000);
            tokens.add(count);
            count(day, name, isAnna, kind, count);
            countModel(day, model, isAnna, kind, BigDecimal.valueOf(count));
        }
        var cents = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(3));
        var dollars = cents.movePointLeft(2);
        count(day, name, isAnna, "dollars", dollars);
        countModel(day, model, isAnna, "dollars", dollars);
        return """
                {"model": "%s", "estimated_cost": {"amount": %s, "currency": "USD"},
                 "tokens": {"input": %s, "output": %s, "cache_read": %s, "cache_creation": %s}}""".formatted(model, cents.toPlainString(), tokens.get(0), tokens.get(1), tokens.get(2), tokens.get(3));
    }

    private void count(String day, String name, boolean isAnna, String measure, long amount) {
        count(day, name, isAnna, measure, BigDecimal.valueOf(amount));
    }

    private void count(String day, String name, boolean isAnna, String measure, BigDecimal amount) {
        everybody.add(day, measure, amount);
        everybody.add(day + " member " + name, measure, amount);
        if (isAnna) {
            anna.add(day, measure, amount);
        }
    }

    private void countModel(String day, String model, boolean isAnna, String measure, BigDecimal amount) {
        everybody.add(day + " model " + model, measure, amount);
        if (isAnna) {
            anna.add(day + " model " + model, measure, amount);
        }
    }
}
