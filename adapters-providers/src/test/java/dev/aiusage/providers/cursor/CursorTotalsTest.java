package dev.aiusage.providers.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the client makes of made-up payloads, against sums that are taken straight from the payloads. */
class CursorTotalsTest {

    private static final DateRange NINETY_DAYS = DateRange.lastDays(90, FakeCursor.TODAY.minusDays(1));
    private static final List<String> MODELS = List.of("claude-4.5-sonnet", "gpt-5", "auto", "Opus 4.8, Auto");
    private static final List<String> KINDS =
            List.of("Usage-based", "Included in Business", "Errored, No Charge", "Aborted, Not Charged");

    @Test
    void totals_equal_an_independent_count_for_everybody_and_for_one_person() throws IOException {
        for (var seed = 1; seed <= 3; seed++) {
            try (var cursor = new FakeCursor()) {
                cursor.largestPage = 70;
                fill(cursor, new Random(seed));
                cursor.members.add("Member3@company.com");

                assertSame(fetched(cursor, ""), cursor.days, cursor.events);
                assertSame(
                        fetched(cursor, "member3@company.com"),
                        of(cursor.days, "email", "Member3@company.com"),
                        of(cursor.events, "userEmail", "Member3@company.com"));
            }
        }
    }

    private static List<UsageDay> fetched(FakeCursor cursor, String account) {
        var access = cursor.open(account);
        var days = new ArrayList<UsageDay>();
        access.windows(NINETY_DAYS).forEach(window -> days.addAll(access.fetch(window)));
        return days;
    }

    private static void fill(FakeCursor cursor, Random random) {
        NINETY_DAYS.stream().forEach(date -> {
            for (var member = 0; member < 6; member++) {
                if (random.nextInt(3) > 0) {
                    cursor.days.add(day(random, date, email(member)));
                    for (var event = random.nextInt(5); event > 0; event--) {
                        cursor.events.add(event(random, date, email(member)));
                    }
                }
            }
        });
    }

    private static String email(int member) {
        return "Member" + member + "@company.com";
    }

    private static ObjectNode day(Random random, LocalDate date, String email) {
        var row = FakeCursor.json("{}").put("day", date.toString()).put("email", email);
        for (var field : List.of(
                "composerRequests",
                "chatRequests",
                "agentRequests",
                "cmdkUsages",
                "totalTabsAccepted",
                "totalAccepts",
                "totalTabsShown",
                "totalApplies",
                "acceptedLinesAdded",
                "acceptedLinesDeleted")) {
            row.put(field, 1 + random.nextInt(100));
        }
        return row.put("subscriptionIncludedReqs", 1000).put("totalLinesAdded", 100_000);
    }

    private static ObjectNode event(Random random, LocalDate date, String email) {
        var at = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + random.nextInt(86_400_000);
        var row = FakeCursor.json("{}")
                .put("timestamp", Long.toString(at))
                .put("userEmail", email)
                .put("conversationId", date + email + random.nextInt(3))
                .put("model", MODELS.get(random.nextInt(MODELS.size())))
                .put("kind", KINDS.get(random.nextInt(KINDS.size())))
                .put("isChargeable", random.nextBoolean())
                .put("chargedCents", BigDecimal.valueOf(random.nextInt(10_000_000), 5));
        row.putObject("tokenUsage")
                .put("inputTokens", random.nextInt(100_000))
                .put("outputTokens", random.nextInt(100_000))
                .put("cacheReadTokens", random.nextInt(1_000_000))
                .put("cacheWriteTokens", random.nextInt(100_000));
        return row;
    }

    private static List<ObjectNode> of(List<ObjectNode> rows, String field, String email) {
        return rows.stream()
                .filter(row -> row.get(field).asText().equals(email))
                .toList();
    }

    private static void assertSame(List<UsageDay> fetched, List<ObjectNode> days, List<ObjectNode> events) {
        assertThat(fetched).doesNotHaveDuplicates();
        assertThat(sum(fetched, measures -> measures.requests().count().orElse(0)))
                .isEqualTo(sum(days, "composerRequests", "chatRequests", "agentRequests", "cmdkUsages")
                        + sum(days, "totalTabsAccepted", "totalAccepts"));
        assertThat(sum(fetched, measures -> measures.lines().added().orElse(0)))
                .isEqualTo(sum(days, "acceptedLinesAdded"));
        assertThat(sum(fetched, measures -> measures.lines().removed().orElse(0)))
                .isEqualTo(sum(days, "acceptedLinesDeleted"));
        assertThat(sum(fetched, measures -> measures.decisions().suggestions().orElse(0)))
                .isEqualTo(sum(days, "totalTabsShown", "totalApplies"));
        assertThat(sum(fetched, measures -> measures.tokens().cacheRead().orElse(0)))
                .isEqualTo(tokens(events, "cacheReadTokens"));
        assertThat(sum(fetched, measures -> measures.tokens().total().orElse(0)))
                .isEqualTo(tokens(events, "inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens"));
        assertThat(sum(fetched, measures -> measures.sessions().orElse(0)))
                .isEqualTo(new HashSet<>(events.stream()
                                .map(event -> event.get("conversationId").asText())
                                .toList())
                        .size());
        assertThat(fetched.stream()
                        .map(day -> day.measures().cost().dollars().orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(cents(events).movePointLeft(2));
        assertThat(parts(
                        fetched,
                        Dimension.MODEL,
                        measures -> measures.requests().count().orElse(0)))
                .isEqualTo(requestsByModel(events));
        for (var day : fetched) {
            if (day.breakdowns(Dimension.MEMBER).findAny().isPresent()) {
                assertThat(day.breakdowns(Dimension.MEMBER)
                                .map(part -> part.measures())
                                .reduce(Measures.NONE, Measures::plus))
                        .isEqualTo(day.measures());
            }
        }
    }

    private static long sum(List<UsageDay> days, Function<Measures, Long> number) {
        return days.stream().mapToLong(day -> number.apply(day.measures())).sum();
    }

    private static long sum(List<ObjectNode> rows, String... fields) {
        var sum = 0L;
        for (var row : rows) {
            for (var field : fields) {
                sum += row.get(field).asLong();
            }
        }
        return sum;
    }

    private static long tokens(List<ObjectNode> events, String... kinds) {
        return sum(
                events.stream()
                        .map(event -> (ObjectNode) event.get("tokenUsage"))
                        .toList(),
                kinds);
    }

    private static BigDecimal cents(List<ObjectNode> events) {
        return events.stream()
                .map(event -> event.get("chargedCents").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Long> requestsByModel(List<ObjectNode> events) {
        var requests = new TreeMap<String, Long>();
        for (JsonNode event : events) {
            var kind = event.get("kind").asText();
            var one = kind.startsWith("Errored") || kind.startsWith("Aborted") ? 0L : 1L;
            requests.merge(event.get("model").asText(), one, Long::sum);
        }
        return requests;
    }

    private static Map<String, Long> parts(List<UsageDay> days, Dimension dimension, Function<Measures, Long> number) {
        var sums = new TreeMap<String, Long>();
        for (var day : days) {
            day.breakdowns(dimension)
                    .forEach(part -> sums.merge(part.label().text(), number.apply(part.measures()), Long::sum));
        }
        return sums;
    }
}
