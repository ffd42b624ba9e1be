package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.TokenCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListPricesTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    private static final long MILLION = 1_000_000;

    private final PriceTable prices = ListPrices.load();

    @ParameterizedTest
    @CsvSource({
        "claude-fable-5-2, 8, 40, 10, 16, 0.20",
        "claude-fable-5-1, 10, 50, 12.50, 20, 0.25",
        "claude-mythos-5-1, 10, 50, 12.50, 20, 0.25",
        "claude-fable-5, 10, 50, 12.50, 20, 1.00",
        "claude-mythos-5, 10, 50, 12.50, 20, 1.00",
        "claude-opus-5-5, 4, 20, 5, 8, 0.20",
        "claude-opus-5, 5, 25, 6.25, 10, 0.50",
        "claude-opus-4-8, 5, 25, 6.25, 10, 0.50",
        "claude-opus-4-7, 5, 25, 6.25, 10, 0.50",
        "claude-opus-4-6, 5, 25, 6.25, 10, 0.50",
        "claude-opus-4-5, 5, 25, 6.25, 10, 0.50",
        "claude-opus-4-1, 15, 75, 18.75, 30, 1.50",
        "claude-opus-4, 15, 75, 18.75, 30, 1.50",
        "claude-sonnet-5-5, 2, 10, 2.50, 4, 0.10",
        "claude-sonnet-5, 2, 10, 2.50, 4, 0.20",
        "claude-sonnet-4-6, 3, 15, 3.75, 6, 0.30",
        "claude-sonnet-4-5, 3, 15, 3.75, 6, 0.30",
        "claude-sonnet-4, 3, 15, 3.75, 6, 0.30",
        "claude-haiku-4-5, 1, 5, 1.25, 2, 0.10",
        "claude-haiku-5-5, 0.50, 2.50, 0.625, 1.00, 0.05",
        "claude-3-5-haiku, 0.80, 4, 1, 1.60, 0.08",
    })
    void a_million_tokens_of_each_kind_cost_what_the_list_says(
            String model, String input, String output, String write, String hourWrite, String read) {
        var none = Count.ZERO;
        var million = Count.of(MILLION);
        var hour = new PriceTerms(million, Count.UNKNOWN, Set.of());

        assertThat(dollars(model, TokenCount.ofKinds(million, none, none, none)))
                .isEqualByComparingTo(input);
        assertThat(dollars(model, TokenCount.ofKinds(none, none, million, none)))
                .isEqualByComparingTo(read);
        assertThat(dollars(model, TokenCount.ofKinds(none, none, none, million)))
                .isEqualByComparingTo(write);
        assertThat(dollars(prices.costOf(model, AT, TokenCount.ofKinds(none, none, none, million), hour)))
                .isEqualByComparingTo(hourWrite);
        var promptAndOutput = TokenCount.ofKinds(million, million, none, none);
        assertThat(dollars(model, promptAndOutput).subtract(new BigDecimal(input)))
                .isEqualByComparingTo(output);
    }

    @Test
    void small_prompts_of_haiku_cost_less() {
        assertThat(dollars("claude-haiku-5-5", prompt(99_999, 1))).isEqualByComparingTo("0.009999910");
        assertThat(dollars("claude-haiku-5-5", prompt(100_000, 0))).isEqualByComparingTo("0.01");
        assertThat(dollars("claude-haiku-5-5", prompt(100_000, 1))).isEqualByComparingTo("0.05000005");
    }

    private static TokenCount prompt(long input, long cacheRead) {
        return TokenCount.ofKinds(Count.of(input), Count.ZERO, Count.of(cacheRead), Count.ZERO);
    }

    @Test
    void a_price_holds_in_its_time() {
        var read = TokenCount.ofKinds(Count.ZERO, Count.ZERO, Count.of(MILLION), Count.ZERO);

        assertThat(dollars(cost("claude-sonnet-5-5", "2026-10-06T23:59:59Z", read)))
                .isEqualByComparingTo("0.20");
        assertThat(dollars(cost("claude-sonnet-5-5", "2026-10-07T00:00:00Z", read)))
                .isEqualByComparingTo("0.10");
        assertThat(dollars(cost("claude-sonnet-5-5", "2020-01-01T00:00:00Z", read)))
                .isEqualByComparingTo("0.20");
    }

    private Cost cost(String model, String at, TokenCount tokens) {
        return prices.costOf(model, Instant.parse(at), tokens, PriceTerms.STANDARD);
    }

    @Test
    void fast_answers_have_a_price_only_where_they_are_sold() {
        assertThat(dollars(modified("claude-opus-5-5", AT, Modifier.FAST))).isEqualByComparingTo("8");
        assertThat(dollars(modified("claude-opus-4-8", AT, Modifier.FAST))).isEqualByComparingTo("10");
        assertThat(modified("claude-opus-4-7", AT, Modifier.FAST).isKnown()).isFalse();
        assertThat(modified("claude-opus-4-8", Instant.parse("2026-12-01T00:00:00Z"), Modifier.FAST)
                        .isKnown())
                .isFalse();
    }

    @Test
    void inference_in_the_united_states_and_batches_have_their_factors() {
        assertThat(dollars(modified("claude-opus-5-5", AT, Modifier.US_ONLY))).isEqualByComparingTo("4.4");
        assertThat(dollars(modified("claude-opus-4-5", AT, Modifier.US_ONLY))).isEqualByComparingTo("5");
        assertThat(dollars(modified("claude-sonnet-4-6", AT, Modifier.BATCH))).isEqualByComparingTo("1.5");
    }

    private Cost modified(String model, Instant at, Modifier modifier) {
        var terms = new PriceTerms(Count.UNKNOWN, Count.UNKNOWN, Set.of(modifier));
        return prices.costOf(model, at, prompt(MILLION, 0), terms);
    }

    @Test
    void web_searches_are_paid_apart() {
        var terms = new PriceTerms(Count.UNKNOWN, Count.of(3), Set.of());

        assertThat(dollars(prices.costOf("claude-opus-5-5", AT, prompt(0, 0), terms)))
                .isEqualByComparingTo("0.03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-sonnet-4-5",
                "claude-sonnet-4-5-20250929",
                "claude-sonnet-4-5-20250929[1m]",
                "claude-sonnet-4-5[1m]",
                "claude-sonnet-4-5@20250929",
                "anthropic/claude-sonnet-4-5",
                "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                "global.anthropic.claude-sonnet-4-5-20250929-v1:0[1m]",
            })
    void a_model_is_known_by_all_its_names(String name) {
        assertThat(dollars(name, prompt(MILLION, 0))).isEqualByComparingTo("3");
    }

    @Test
    void the_table_names_its_date_and_other_models_have_no_price() {
        assertThat(prices.version()).startsWith("2026-11-24-");
        assertThat(cost("claude-opus-9", "2026-11-24T00:00:00Z", prompt(1, 0)).isKnown())
                .isFalse();
    }

    private BigDecimal dollars(String model, TokenCount tokens) {
        return dollars(prices.costOf(model, AT, tokens, PriceTerms.STANDARD));
    }

    private static BigDecimal dollars(Cost cost) {
        return cost.dollars().orElseThrow();
    }
}
