package dev.aiusage.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceTableTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant NEVER = Instant.MAX;
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final long MILLION = 1_000_000;

    private final PriceTable table = new PriceTable(
            "2026-11-24",
            List.of(
                    price("large-5", JANUARY, JULY, 0, "5"),
                    price("large-5", JULY, NEVER, 0, "4"),
                    price("small-1", JANUARY, NEVER, 0, "1"),
                    price("small-1", JANUARY, NEVER, 100_001, "2"),
                    price("dated-20260101", JANUARY, NEVER, 0, "7")));

    @Test
    void every_kind_of_token_has_its_own_price() {
        var cost =
                table.costOf("large-5", NOW, tokens(MILLION, 2 * MILLION, 10 * MILLION, MILLION), PriceTerms.STANDARD);

        assertThat(cost).isEqualTo(dollars("4 + 40 + 4 + 5 = 53"));
    }

    @Test
    void a_single_token_is_priced_exactly() {
        var cost = table.costOf("large-5", NOW, tokens(0, 0, 1, 0), PriceTerms.STANDARD);

        assertThat(cost).isEqualTo(dollars("0.0000004"));
    }

    @Test
    void cache_writes_that_live_an_hour_cost_more_and_are_never_more_than_all_writes() {
        assertThat(table.costOf("large-5", NOW, tokens(0, 0, 0, MILLION), hourWrites(400_000)))
                .isEqualTo(dollars("0.6 * 5 + 0.4 * 8 = 6.2"));
        assertThat(table.costOf("large-5", NOW, tokens(0, 0, 0, MILLION), hourWrites(9 * MILLION)))
                .isEqualTo(dollars("8"));
    }

    @Test
    void a_price_holds_from_its_first_instant_and_ends_before_its_last() {
        assertThat(costOfMillion("large-5", JANUARY)).isEqualTo(dollars("5"));
        assertThat(costOfMillion("large-5", JULY.minusNanos(1))).isEqualTo(dollars("5"));
        assertThat(costOfMillion("large-5", JULY)).isEqualTo(dollars("4"));
        assertThat(costOfMillion("large-5", JANUARY.minusNanos(1))).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void a_long_prompt_has_the_price_of_its_tier_for_all_its_tokens() {
        assertThat(table.costOf("small-1", NOW, tokens(100_000, 0, 0, 0), PriceTerms.STANDARD))
                .isEqualTo(dollars("0.1"));
        assertThat(table.costOf("small-1", NOW, tokens(100_001, 0, 0, 0), PriceTerms.STANDARD))
                .isEqualTo(dollars("0.200002"));
    }

    @Test
    void the_prompt_is_input_and_cache_and_never_output() {
        assertThat(table.costOf("small-1", NOW, tokens(50_000, 0, 50_001, 0), PriceTerms.STANDARD))
                .isEqualTo(dollars("0.1 + 0.0100002 = 0.1100002"));
        assertThat(table.costOf("small-1", NOW, tokens(0, 500_000, 0, 0), PriceTerms.STANDARD))
                .isEqualTo(dollars("2.5"));
    }

    @Test
    void modifiers_multiply() {
        assertThat(costWith(Modifier.FAST)).isEqualTo(dollars("8"));
        assertThat(costWith(Modifier.US_ONLY)).isEqualTo(dollars("4.4"));
        assertThat(costWith(Modifier.US_ONLY, Modifier.BATCH)).isEqualTo(dollars("2.2"));
    }

    @Test
    void what_the_vendor_does_not_sell_has_no_price() {
        var noFastMode = new PriceFactors(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);
        var slowOnly = new PriceTable("1", List.of(new ModelPrice("slow", JANUARY, NEVER, 0, prices("1"), noFastMode)));
        var fast = new PriceTerms(Count.UNKNOWN, Count.UNKNOWN, Set.of(Modifier.FAST));

        assertThat(slowOnly.costOf("slow", NOW, tokens(1, 0, 0, 0), fast)).isEqualTo(Cost.UNKNOWN);
        assertThat(slowOnly.costOf("slow", NOW, tokens(1, 0, 0, 0), PriceTerms.STANDARD)
                        .isKnown())
                .isTrue();
    }

    @Test
    void web_searches_cost_a_cent_each_with_any_modifier() {
        var terms = new PriceTerms(Count.UNKNOWN, Count.of(3), Set.of(Modifier.FAST));

        assertThat(table.costOf("large-5", NOW, tokens(MILLION, 0, 0, 0), terms))
                .isEqualTo(dollars("8.03"));
    }

    @Test
    void an_unlisted_model_costs_an_unknown_amount_and_never_nothing() {
        assertThat(costOfMillion("unheard-of", NOW)).isEqualTo(Cost.UNKNOWN);
        assertThat(costOfMillion("", NOW)).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void tokens_of_which_only_the_total_is_known_have_no_price() {
        var total = TokenCount.ofTotal(Count.of(MILLION));

        assertThat(table.costOf("large-5", NOW, total, PriceTerms.STANDARD)).isEqualTo(Cost.UNKNOWN);
        assertThat(table.costOf("large-5", NOW, total.plus(tokens(1, 1, 0, 0)), PriceTerms.STANDARD))
                .isEqualTo(Cost.UNKNOWN);
        assertThat(table.costOf("large-5", NOW, TokenCount.UNKNOWN, PriceTerms.STANDARD))
                .isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void no_tokens_cost_nothing() {
        assertThat(table.costOf("large-5", NOW, tokens(0, 0, 0, 0), PriceTerms.STANDARD))
                .isEqualTo(dollars("0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "large-5",
                "large-5[1m]",
                "large-5-20260401",
                "large-5@20260401",
                "large-5-latest",
                "anthropic.large-5-v1:0",
                "us.anthropic.large-5-20260401-v1:0",
                "global.anthropic.large-5-20260401-v1",
                "anthropic/large-5",
                "large-5-20260401[1m]"
            })
    void what_clouds_and_versions_hang_on_a_name_changes_no_price(String name) {
        assertThat(costOfMillion(name, NOW)).isEqualTo(dollars("4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"large-55", "large", "my-large-5", "large-5-mini", "LARGE-5"})
    void another_name_is_another_model(String name) {
        assertThat(costOfMillion(name, NOW)).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void a_name_that_is_listed_with_its_suffix_is_taken_as_it_stands() {
        assertThat(costOfMillion("dated-20260101", NOW)).isEqualTo(dollars("7"));
        assertThat(table.version()).isEqualTo("2026-11-24");
    }

    @Test
    void an_event_is_priced_again_unless_its_cost_is_the_vendors_own() {
        var byList = event("large-5", Cost.ofNanoDollars(1, CostBasis.LIST_PRICE));

        assertThat(table.reprice(byList).measures().cost()).isEqualTo(dollars("4"));
        assertThat(table.reprice(event("large-5", Cost.UNKNOWN)).measures().cost())
                .isEqualTo(dollars("4"));
        assertThat(table.reprice(event("unheard-of", byList.measures().cost()))
                        .measures()
                        .cost())
                .isEqualTo(Cost.UNKNOWN);
        for (var basis : List.of(CostBasis.BILLED, CostBasis.VENDOR_ESTIMATE)) {
            var vendors = event("large-5", Cost.ofNanoDollars(1, basis));
            assertThat(table.reprice(vendors)).isSameAs(vendors);
        }
        var nameless = event("", Cost.UNKNOWN);
        assertThat(table.reprice(nameless)).isSameAs(nameless);
    }

    private static UsageEvent event(String model, Cost cost) {
        var measures = Measures.NONE
                .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                .withTokens(tokens(MILLION, 0, 0, 0))
                .withCost(cost);
        return new UsageEvent(
                EventKey.of(Tool.CLAUDE_CODE, "request", "1"),
                EventPart.WHOLE,
                NOW,
                new EventLabels(Label.of(model), Label.NONE, Label.NONE),
                SessionKey.NONE,
                measures,
                PriceTerms.STANDARD,
                CopyRank.PLAIN);
    }

    private Cost costOfMillion(String model, Instant at) {
        return table.costOf(model, at, tokens(MILLION, 0, 0, 0).plus(TokenCount.UNKNOWN), PriceTerms.STANDARD);
    }

    private Cost costWith(Modifier... modifiers) {
        var terms = new PriceTerms(Count.UNKNOWN, Count.UNKNOWN, Set.of(modifiers));
        return table.costOf("large-5", NOW, tokens(MILLION, 0, 0, 0), terms);
    }

    private static PriceTerms hourWrites(long tokens) {
        return new PriceTerms(Count.of(tokens), Count.UNKNOWN, Set.of());
    }

    private static TokenCount tokens(long input, long output, long cacheRead, long cacheCreation) {
        return TokenCount.ofKinds(Count.of(input), Count.of(output), Count.of(cacheRead), Count.of(cacheCreation));
    }

    /** The amount, after the sum or product that it comes from. */
    private static Cost dollars(String amount) {
        var result = amount.substring(amount.indexOf('=') + 1).trim();
        return Cost.ofDollars(new BigDecimal(result), CostBasis.LIST_PRICE);
    }

    private static ModelPrice price(String model, Instant from, Instant until, long promptsFrom, String input) {
        var factors = new PriceFactors(new BigDecimal("2"), new BigDecimal("1.1"), new BigDecimal("0.5"));
        return new ModelPrice(model, from, until, promptsFrom, prices(input), factors);
    }

    /** The vendor's usual ratios: output 5, cache read 0.1, five minutes 1.25, an hour 2 times the input. */
    private static TokenPrices prices(String input) {
        var price = new BigDecimal(input);
        return new TokenPrices(
                price,
                price.multiply(new BigDecimal("5")),
                price.multiply(new BigDecimal("0.1")),
                price.multiply(new BigDecimal("1.25")),
                price.multiply(new BigDecimal("2")));
    }
}
