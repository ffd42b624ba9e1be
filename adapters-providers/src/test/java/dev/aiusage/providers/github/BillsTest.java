package dev.aiusage.providers.github;

import static dev.aiusage.providers.github.GithubServer.YESTERDAY;
import static dev.aiusage.providers.github.GithubServer.json;
import static dev.aiusage.providers.github.GithubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillsTest {

    private static final DateRange ONE_DAY = new DateRange(YESTERDAY, YESTERDAY);
    private static final String CREDITS =
            "/organizations/acme/settings/billing/ai_credit/usage?year=2026&month=11&day=23";
    private static final String PREMIUM =
            "/organizations/acme/settings/billing/premium_request/usage?year=2026&month=11&day=23";
    private static final String ALICE = item("copilot_ai_credit", "GPT-5", "1.2290", "alice");
    private static final String BOB = item("copilot_ai_credit", "Claude Sonnet 4.5", "0.0000001", "bob");

    private final GithubServer github = new GithubServer();

    BillsTest() {
        github.day(YESTERDAY, """
                {"user_login":"alice","user_initiated_interaction_count":3,"ai_credits_used":351.13,
                 "totals_by_model_feature":[{"model":"gpt-5","feature":"agent_edit","user_initiated_interaction_count":3}]}
                {"user_login":"carol","user_initiated_interaction_count":4,"ai_credits_used":10}
                """);
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void billed_amounts_take_the_place_of_the_estimate() {
        github.answer(CREDITS, bill(ALICE, BOB));

        var day = day(github.open().fetch(ONE_DAY));

        assertThat(day.measures().cost()).isEqualTo(billed("1.2290001"));
        assertThat(day.measures().requests().count()).isEqualTo(Count.of(7));
        assertThat(costs(day, Dimension.MEMBER)).containsExactly("alice 1.229", "bob 0.0000001", "carol –");
        assertThat(costs(day, Dimension.MODEL)).containsExactly("claude-sonnet-4.5 0.0000001", "gpt-5 1.229");
        assertThat(github.targets()).contains(CREDITS, PREMIUM);
    }

    @Test
    void an_account_is_asked_for_by_its_name() {
        github.answer(CREDITS + "&user=alice", bill(ALICE, BOB));

        var day = day(github.open(new Scope("acme", "alice")).fetch(ONE_DAY));

        assertThat(day.measures().cost()).isEqualTo(billed("1.229"));
        assertThat(costs(day, Dimension.MEMBER)).isEmpty();
        assertThat(github.targets()).contains(CREDITS + "&user=alice", PREMIUM + "&user=alice");
    }

    @Test
    void a_line_in_both_bills_counts_once() {
        var premium = item("copilot_premium_request", "GPT-5", "0.04", "alice");
        github.answer(CREDITS, bill(ALICE, premium, premium));
        github.answer(PREMIUM, bill(premium, premium, premium));

        assertThat(day(github.open().fetch(ONE_DAY)).measures().cost()).isEqualTo(billed("1.349"));
    }

    @Test
    void a_bill_of_nothing_is_known_and_an_empty_one_is_not() {
        github.answer(CREDITS, bill(item("copilot_ai_credit", "GPT-5", "0", "alice")));
        assertThat(day(github.open().fetch(ONE_DAY)).measures().cost()).isEqualTo(billed("0"));

        github.answer(CREDITS, bill());
        assertThat(day(github.open().fetch(ONE_DAY)).measures().cost())
                .isEqualTo(Cost.ofDollars(new BigDecimal("3.6113"), CostBasis.VENDOR_ESTIMATE));
    }

    @Test
    void a_billed_day_without_a_report_has_cost_and_no_activity() {
        github.answer(GithubServer.dayTarget(YESTERDAY), status(204, ""));
        github.answer(CREDITS, bill(ALICE));

        var day = day(github.open().fetch(ONE_DAY));

        assertThat(day.measures()).isEqualTo(Measures.NONE.withCost(billed("1.229")));
        assertThat(day.measures().isActivity()).isFalse();
    }

    @Test
    void credits_are_not_asked_for_before_there_were_any() {
        var may = LocalDate.parse("2026-05-31");
        var premium = "/organizations/acme/settings/billing/premium_request/usage?year=2026&month=5&day=31";
        github.answer(CREDITS, bill());
        github.answer(PREMIUM, bill());
        github.answer(premium, bill(item("copilot_premium_request", "GPT-5", "0.04", "alice")));

        var access = github.open();
        var before = github.targets().size();

        assertThat(day(access.fetch(new DateRange(may, may))).measures().cost()).isEqualTo(billed("0.04"));
        assertThat(github.targets().subList(before, github.targets().size()))
                .containsExactly(GithubServer.dayTarget(may), premium);
    }

    @Test
    void an_enterprises_bills_have_a_path_of_their_own() {
        github.answer(
                "/enterprises/acme/copilot/metrics/reports/users-28-day/latest",
                github.latestLinks(YESTERDAY.minusDays(27), YESTERDAY, Stream.of()));
        github.answer(CREDITS.replace("organizations", "enterprises"), bill(ALICE));

        var days = github.open(Scope.ofEnterprise("acme", "")).fetch(ONE_DAY);

        assertThat(day(days).measures().cost()).isEqualTo(billed("1.229"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void bills_that_can_not_be_read_are_no_failure_and_not_asked_for_again(int status) {
        github.answer(CREDITS, status(status, "{\"message\":\"No\"}"));
        github.answer(PREMIUM, status(status, "{\"message\":\"No\"}"));
        var access = github.open();
        var before = github.targets().size();

        assertThat(day(access.fetch(ONE_DAY)).measures().cost())
                .isEqualTo(Cost.ofDollars(new BigDecimal("3.6113"), CostBasis.VENDOR_ESTIMATE));
        assertThat(github.targets().subList(before, github.targets().size()))
                .containsExactly(GithubServer.dayTarget(YESTERDAY));
    }

    @Test
    void a_limit_on_bills_is_a_limit() {
        github.answer(CREDITS, status(429, ""));

        assertThatThrownBy(github::open).isInstanceOf(VendorFailure.RateLimited.class);
    }

    @Test
    void a_bill_that_was_readable_and_fails_leaves_the_day_to_be_fetched_again() {
        github.answer(CREDITS, bill(), status(500, ""));
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 503})
    void an_outage_of_the_bills_is_no_refusal_since_an_estimate_would_replace_what_was_billed(int status) {
        github.answer(PREMIUM, status(status, "{\"message\":\"No\"}"));

        assertThatThrownBy(github::open).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void a_bill_that_is_refused_for_one_day_alone_leaves_the_estimate(int status) {
        var dayBefore = YESTERDAY.minusDays(1);
        github.day(dayBefore, "{\"user_login\":\"carol\",\"ai_credits_used\":10}");
        github.answer(CREDITS, bill());
        github.answer(CREDITS.replace("day=23", "day=22"), status(status, ""));

        var days = github.open().fetch(new DateRange(dayBefore, dayBefore));

        assertThat(day(days).measures().cost())
                .isEqualTo(Cost.ofDollars(new BigDecimal("0.1"), CostBasis.VENDOR_ESTIMATE));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void bills_that_were_readable_and_are_not_any_more_leave_the_day_to_be_fetched_again(int status) {
        github.answer(CREDITS, bill(), status(status, ""));
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test
    void a_bill_with_far_more_lines_than_anybody_has_is_too_large() {
        github.answer(
                CREDITS, json("{\"usageItems\":[{\"netAmount\":0}" + ",{\"netAmount\":0}".repeat(300_000) + "]}"));

        assertThatThrownBy(github::open).isInstanceOf(VendorFailure.AnswerTooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999", "\"much\"", "null"})
    void an_amount_that_can_not_be_is_malformed(String amount) {
        github.answer(CREDITS, bill(), bill(item("copilot_ai_credit", "GPT-5", amount, "alice")));
        var access = github.open();

        assertThatThrownBy(() -> access.fetch(ONE_DAY)).isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    private static MockResponse bill(String... items) {
        return json("{\"timePeriod\":{\"year\":2026,\"month\":11,\"day\":23},\"organization\":\"acme\",\"usageItems\":["
                + String.join(",", items) + "]}");
    }

    private static String item(String sku, String model, String netAmount, String user) {
        return """
                {"product":"Copilot","sku":"%s","model":"%s","unitType":"ai-credits","pricePerUnit":0.01,
                 "grossQuantity":351.13,"grossAmount":3.5113,"netAmount":%s,"user":"%s"}
                """.formatted(sku, model, netAmount, user);
    }

    private static UsageDay day(List<UsageDay> days) {
        assertThat(days).hasSize(1);
        return days.get(0);
    }

    private static Cost billed(String dollars) {
        return Cost.ofDollars(new BigDecimal(dollars), CostBasis.BILLED);
    }

    private static List<String> costs(UsageDay day, Dimension dimension) {
        return day.breakdowns(dimension)
                .map(part -> part.label() + " "
                        + part.measures()
                                .cost()
                                .dollars()
                                .map(BigDecimal::toPlainString)
                                .orElse("–"))
                .toList();
    }
}
