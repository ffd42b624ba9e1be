package dev.aiusage.providers.openai;

import static dev.aiusage.providers.openai.FakeOpenAi.COSTS;
import static dev.aiusage.providers.openai.FakeOpenAi.TODAY;
import static dev.aiusage.providers.openai.FakeOpenAi.USAGE;
import static dev.aiusage.providers.openai.FakeOpenAi.USERS;
import static dev.aiusage.providers.openai.FakeOpenAi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.CallsForTests;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiUsageTest {

    private static final DateRange WEEK = DateRange.lastDays(7, TODAY);

    private FakeOpenAi openAi;

    @BeforeEach
    void start() throws IOException {
        openAi = new FakeOpenAi();
        openAi.user("user-abc", "Dev@Example.com");
        openAi.user("user-def", "ops@example.com");
    }

    @AfterEach
    void stop() {
        openAi.close();
    }

    @Test
    void cached_tokens_are_taken_out_of_the_input() {
        use("user-abc", "gpt-6-astra", 1000, 600, 100, 50, 7);

        var day = only(openAi.open("").fetch(WEEK));

        assertThat(day.date()).isEqualTo(TODAY);
        assertThat(day.measures())
                .isEqualTo(Measures.NONE
                        .withRequests(RequestCount.of(7, RequestBasis.REQUESTS))
                        .withTokens(TokenCount.ofKinds(Count.of(300), Count.of(50), Count.of(600), Count.of(100))));
        assertThat(part(day, Dimension.MODEL, "gpt-6-astra")).isEqualTo(day.measures());
        assertThat(part(day, Dimension.MEMBER, "dev@example.com")).isEqualTo(day.measures());
    }

    @Test
    void kinds_of_tokens_that_openai_does_not_tell_are_unknown() {
        openAi.usage.add(new FakeOpenAi.Result(
                TODAY,
                json("{\"input_tokens\": 10, \"output_tokens\": 5, \"num_model_requests\": 1, \"model\": null,"
                        + " \"user_id\": null}")));

        var day = only(openAi.open("").fetch(WEEK));

        assertThat(day.measures().tokens())
                .isEqualTo(TokenCount.ofKinds(Count.of(10), Count.of(5), Count.UNKNOWN, Count.UNKNOWN));
        assertThat(day.measures().cost()).isEqualTo(Cost.UNKNOWN);
        assertThat(day.breakdowns()).isEmpty();
    }

    @Test
    void what_is_asked_is_what_openai_documents() {
        openAi.open("").fetch(WEEK);

        for (var request : openAi.requests) {
            assertThat(request.getMethod()).isEqualTo("GET");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + FakeOpenAi.KEY);
            assertThat(request.getHeaders().get("User-Agent")).isEqualTo(CallsForTests.USER_AGENT);
        }
        assertThat(openAi.asked(USERS)).extracting(url -> url.query()).containsExactly("limit=100");
        assertThat(openAi.asked(USAGE))
                .extracting(url -> url.query())
                .containsExactly(
                        "start_time=1795478400&end_time=1795564800&bucket_width=1d&limit=1",
                        "start_time=1794960000&end_time=1795564800&bucket_width=1d&limit=7"
                                + "&group_by=model&group_by=user_id");
        assertThat(openAi.asked(COSTS))
                .extracting(url -> url.query())
                .containsExactly(
                        "start_time=1794960000&end_time=1795564800&bucket_width=1d&limit=7&group_by=line_item");
    }

    @Test
    void all_pages_of_all_lists_are_followed() {
        openAi.largestPage = 1;
        use("user-abc", "gpt-6-astra", 10, 0, 0, 1, 1);
        use("user-def", "gpt-6-astra", 10, 0, 0, 1, 1);
        pay("1.5", "gpt-6-astra, input_tokens");

        var day = only(openAi.open("").fetch(WEEK));

        assertThat(day.measures().requests().count()).isEqualTo(Count.of(2));
        assertThat(day.measures().cost().dollars()).contains(new BigDecimal("1.5"));
        assertThat(day.breakdowns(Dimension.MEMBER)).hasSize(2);
        assertThat(openAi.asked(USERS))
                .last()
                .satisfies(url -> assertThat(url.queryParameter("after")).isEqualTo("user-abc"));
        assertThat(openAi.asked(USAGE)).hasSize(1 + 7).last().satisfies(url -> {
            assertThat(url.queryParameter("page")).isEqualTo("2026-11-24");
            assertThat(url.queryParameterValues("group_by")).containsExactly("model", "user_id");
        });
        assertThat(openAi.asked(COSTS)).hasSize(7);
    }

    @Test
    void amounts_are_exact_whether_numbers_or_texts_and_belong_to_models_where_their_line_names_one() {
        pay("0.1", "gpt-6-astra, input_tokens");
        pay("\"0.2\"", "gpt-6-astra, output_tokens");
        pay("\"0.000000001\"", "ft:gpt-4o:acme, cached input");
        pay("0.5", "web search tool calls");
        pay("0.25", "assistants api | file search, calls");

        var day = only(openAi.open("").fetch(WEEK));

        assertThat(day.measures()).isEqualTo(Measures.NONE.withCost(billed("1.050000001")));
        assertThat(day.breakdowns(Dimension.MODEL)).hasSize(2);
        assertThat(part(day, Dimension.MODEL, "gpt-6-astra").cost()).isEqualTo(billed("0.3"));
        assertThat(part(day, Dimension.MODEL, "ft:gpt-4o:acme").cost()).isEqualTo(billed("0.000000001"));
    }

    @Test
    void a_day_paid_for_in_another_currency_has_no_cost() {
        use("user-abc", "gpt-6-astra", 10, 0, 0, 1, 1);
        pay("0.1", "gpt-6-astra, input_tokens");
        openAi.costs.add(new FakeOpenAi.Result(
                TODAY, json("{\"amount\": {\"value\": 0.2, \"currency\": \"eur\"}, \"line_item\": \"x\"}")));

        assertThat(only(openAi.open("").fetch(WEEK)).measures().cost()).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void credits_lower_the_cost_of_a_day_to_nothing_at_least() {
        pay("0.3", "gpt-6-astra, input_tokens");
        pay("-0.1", "credit");
        assertThat(only(openAi.open("").fetch(WEEK)).measures().cost()).isEqualTo(billed("0.2"));

        pay("-7", "credit");
        assertThat(only(openAi.open("").fetch(WEEK)).measures().cost()).isEqualTo(billed("0"));
    }

    @Test
    void a_key_that_may_not_see_costs_gets_usage_without_cost() {
        openAi.instead.put(COSTS, new MockResponse.Builder().code(403).build());
        use("user-abc", "gpt-6-astra", 10, 0, 0, 1, 1);

        assertThat(only(openAi.open("").fetch(WEEK)).measures().cost()).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void an_account_narrows_to_that_person_whose_cost_is_unknown() {
        use("user-abc", "gpt-6-astra", 10, 0, 0, 1, 1);
        use("user-def", "gpt-6-astra", 20, 0, 0, 2, 2);
        pay("0.1", "gpt-6-astra, input_tokens");

        var day = only(openAi.open("dev@example.com").fetch(WEEK));

        assertThat(day.measures().requests().count()).isEqualTo(Count.ONE);
        assertThat(day.measures().cost()).isEqualTo(Cost.UNKNOWN);
        assertThat(day.breakdowns(Dimension.MEMBER)).isEmpty();
        assertThat(openAi.asked(USAGE))
                .last()
                .satisfies(
                        url -> assertThat(url.queryParameterValues("user_ids")).containsExactly("user-abc"));
        assertThat(openAi.asked(COSTS)).isEmpty();
        assertThat(only(openAi.open("user-def").fetch(WEEK))
                        .measures()
                        .requests()
                        .count())
                .isEqualTo(Count.of(2));
    }

    @Test
    void a_person_who_is_not_one_of_the_organization_has_no_usage() {
        use("user-abc", "gpt-6-astra", 10, 0, 0, 1, 1);

        var access = openAi.open("stranger@example.com");

        assertThat(access.fetch(WEEK)).isEmpty();
        assertThat(access.hintIfEmpty()).contains("no user stranger@example.com");
    }

    @Test
    void without_the_users_people_are_known_by_their_ids_and_nobody_can_be_found() {
        openAi.instead.put(USERS, new MockResponse.Builder().code(403).build());
        use("user-abc", "gpt-6-astra", 10, 0, 0, 1, 1);

        assertThat(part(only(openAi.open("").fetch(WEEK)), Dimension.MEMBER, "user-abc")
                        .requests()
                        .count())
                .isEqualTo(Count.ONE);
        assertThat(openAi.open("user-abc").fetch(WEEK)).hasSize(1);
        assertThatThrownBy(() -> openAi.open("dev@example.com"))
                .isInstanceOf(VendorFailure.NotAllowed.class)
                .hasMessageContaining("api.management.read");
    }

    @Test
    void windows_are_of_a_months_days_at_most_and_days_are_final_after_three() {
        var access = openAi.open("");

        assertThat(access.windows(new DateRange(TODAY.minusDays(40), TODAY.plusDays(1))))
                .containsExactly(
                        new DateRange(TODAY.minusDays(30), TODAY),
                        new DateRange(TODAY.minusDays(40), TODAY.minusDays(31)));
        assertThat(access.settles(LocalDate.of(2026, 11, 20))).isEqualTo("2026-11-24T00:00:00Z");
    }

    @Test
    void it_says_what_the_key_sees() {
        assertThat(openAi.open("").reach()).isEqualTo("OpenAI API usage of an organization of 2 users.");
        assertThat(openAi.open("dev@example.com").reach())
                .isEqualTo("OpenAI API usage of dev@example.com in an organization of 2 users.");
    }

    private void use(String user, String model, long input, long cached, long written, long output, long requests) {
        openAi.usage.add(new FakeOpenAi.Result(
                TODAY,
                json("{\"object\": \"organization.usage.completions.result\", \"project_id\": null}")
                        .put("user_id", user)
                        .put("model", model)
                        .put("input_tokens", input)
                        .put("input_cached_tokens", cached)
                        .put("input_cache_write_tokens", written)
                        .put("output_tokens", output)
                        .put("num_model_requests", requests)));
    }

    private void pay(String value, String line) {
        openAi.costs.add(new FakeOpenAi.Result(
                TODAY,
                json("{\"object\": \"organization.costs.result\", \"amount\": {\"value\": " + value
                                + ", \"currency\": \"usd\"}}")
                        .put("line_item", line)));
    }

    private static Cost billed(String dollars) {
        return Cost.ofDollars(new BigDecimal(dollars), CostBasis.BILLED);
    }

    private static Measures part(UsageDay day, Dimension dimension, String label) {
        return day.breakdowns(dimension)
                .filter(part -> part.label().equals(Label.of(label)))
                .findFirst()
                .orElseThrow()
                .measures();
    }

    private static UsageDay only(List<UsageDay> days) {
        assertThat(days).hasSize(1);
        return days.get(0);
    }
}
