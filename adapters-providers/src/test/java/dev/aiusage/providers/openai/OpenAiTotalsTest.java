package dev.aiusage.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** What the client makes of made-up payloads, against sums that are taken straight from the payloads. */
class OpenAiTotalsTest {

    private static final DateRange NINETY_DAYS = DateRange.lastDays(90, FakeOpenAi.TODAY);
    private static final int USERS = 13;
    private static final List<String> MODELS = List.of("gpt-6-astra", "gpt-5", "o9-mini");

    @Test
    void totals_equal_an_independent_count_for_everybody_and_for_one_person() throws IOException {
        for (var seed = 1; seed <= 3; seed++) {
            try (var openAi = new FakeOpenAi()) {
                openAi.largestPage = 11;
                fill(openAi, new Random(seed));

                var everybody = fetched(openAi, "");
                assertSameUse(everybody, openAi.usage, result -> true);
                assertThat(requests(everybody, Dimension.MEMBER)).isEqualTo(requests(openAi.usage, "user_id"));
                assertSameMoney(everybody, openAi.costs);
                assertSameUse(fetched(openAi, "user3@example.com"), openAi.usage, of("user-3"));
            }
        }
    }

    private static List<UsageDay> fetched(FakeOpenAi openAi, String account) {
        var access = openAi.open(account);
        var days = new ArrayList<UsageDay>();
        access.windows(NINETY_DAYS).forEach(window -> days.addAll(access.fetch(window)));
        return days;
    }

    private static void fill(FakeOpenAi openAi, Random random) {
        for (var user = 0; user < USERS; user++) {
            openAi.user("user-" + user, "User" + user + "@example.com");
        }
        NINETY_DAYS.stream().filter(date -> random.nextInt(4) > 0).forEach(date -> {
            for (var result = random.nextInt(12); result >= 0; result--) {
                openAi.usage.add(new FakeOpenAi.Result(date, use(random)));
                openAi.costs.add(new FakeOpenAi.Result(date, payment(random)));
            }
        });
    }

    private static ObjectNode use(Random random) {
        var cached = random.nextInt(1_000_000);
        var written = random.nextInt(10_000);
        return FakeOpenAi.json("{}")
                .put("user_id", "user-" + random.nextInt(USERS))
                .put("model", MODELS.get(random.nextInt(MODELS.size())))
                .put("input_tokens", cached + written + random.nextInt(50_000))
                .put("input_cached_tokens", cached)
                .put("input_cache_write_tokens", written)
                .put("output_tokens", random.nextInt(50_000))
                .put("num_model_requests", 1 + random.nextInt(100));
    }

    private static ObjectNode payment(Random random) {
        var row = FakeOpenAi.json("{}").put("line_item", MODELS.get(random.nextInt(MODELS.size())) + ", input_tokens");
        var value = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 9);
        var amount = row.putObject("amount").put("currency", "usd");
        if (random.nextBoolean()) {
            amount.put("value", value);
        } else {
            amount.put("value", value.toPlainString());
        }
        return row;
    }

    private static void assertSameUse(
            List<UsageDay> days, List<FakeOpenAi.Result> all, Predicate<FakeOpenAi.Result> wanted) {
        var results = all.stream().filter(wanted).toList();
        assertThat(days).extracting(UsageDay::date).doesNotHaveDuplicates();
        assertThat(sum(days, measures -> measures.requests().count().orElse(0)))
                .isEqualTo(sum(results, "num_model_requests"));
        assertThat(sum(days, measures -> measures.tokens().total().orElse(0)))
                .isEqualTo(sum(results, "input_tokens") + sum(results, "output_tokens"));
        assertThat(sum(days, measures -> measures.tokens().cacheRead().orElse(0)))
                .isEqualTo(sum(results, "input_cached_tokens"));
        assertThat(sum(days, measures -> measures.tokens().cacheCreation().orElse(0)))
                .isEqualTo(sum(results, "input_cache_write_tokens"));
        assertThat(requests(days, Dimension.MODEL)).isEqualTo(requests(results, "model"));
    }

    private static void assertSameMoney(List<UsageDay> days, List<FakeOpenAi.Result> payments) {
        var paid = payments.stream()
                .map(payment ->
                        new BigDecimal(payment.fields().at("/amount/value").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(dollars(days.stream().map(day -> day.measures().cost()).toList()))
                .isEqualByComparingTo(paid);
        assertThat(dollars(days.stream()
                        .flatMap(day -> day.breakdowns(Dimension.MODEL))
                        .map(part -> part.measures().cost())
                        .toList()))
                .isEqualByComparingTo(paid);
    }

    private static Predicate<FakeOpenAi.Result> of(String user) {
        return result -> result.fields().get("user_id").asText().equals(user);
    }

    private static BigDecimal dollars(List<Cost> costs) {
        return costs.stream()
                .map(cost -> cost.dollars().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long sum(List<UsageDay> days, ToLongFunction<Measures> number) {
        return days.stream().map(UsageDay::measures).mapToLong(number).sum();
    }

    private static long sum(List<FakeOpenAi.Result> results, String field) {
        return results.stream()
                .mapToLong(result -> result.fields().get(field).asLong())
                .sum();
    }

    private static Map<String, Long> requests(List<UsageDay> days, Dimension dimension) {
        var sums = new TreeMap<String, Long>();
        days.stream()
                .flatMap(day -> day.breakdowns(dimension))
                .forEach(part -> sums.merge(part.label().text(), requestsOf(part), Long::sum));
        return sums;
    }

    private static long requestsOf(Breakdown part) {
        return part.measures().requests().count().orElse(0);
    }

    private static Map<String, Long> requests(List<FakeOpenAi.Result> results, String field) {
        var sums = new TreeMap<String, Long>();
        for (var result : results) {
            var label = result.fields().get(field).asText().replaceAll("user-(\\d+)", "user$1@example.com");
            sums.merge(label, result.fields().get("num_model_requests").asLong(), Long::sum);
        }
        return sums;
    }
}
