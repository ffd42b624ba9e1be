package dev.aiusage.providers.cursor;

import static dev.aiusage.providers.cursor.FakeCursor.DAILY;
import static dev.aiusage.providers.cursor.FakeCursor.EVENTS;
import static dev.aiusage.providers.cursor.FakeCursor.TODAY;
import static dev.aiusage.providers.cursor.FakeCursor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.CallsForTests;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorUsageTest {

    private static final DateRange TWO_DAYS = DateRange.lastDays(2, TODAY);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private FakeCursor cursor;

    @BeforeEach
    void start() throws IOException {
        cursor = new FakeCursor();
    }

    @AfterEach
    void stop() {
        cursor.close();
    }

    @Test
    void daily_rows_give_requests_lines_and_decisions_and_events_give_the_rest() {
        cursor.days.add(json(DAY));
        cursor.events.add(json(EVENT));

        var day = only(cursor.open("").fetch(TWO_DAYS));

        assertThat(day.date()).isEqualTo(YESTERDAY);
        assertThat(day.measures())
                .isEqualTo(new Measures(
                        RequestCount.of(45 + 128 + 12 + 67 + 289 + 73, RequestBasis.PROMPTS_AND_ACCEPTANCES),
                        TokenCount.ofKinds(Count.of(126), Count.of(450), Count.of(11964), Count.of(6112)),
                        LinesChanged.of(1102, 645),
                        new Decisions(Count.of(342 + 87), Count.of(289 + 73), Count.UNKNOWN),
                        Count.ONE,
                        Cost.ofDollars(new BigDecimal("0.2136232"), CostBasis.BILLED)));
        assertThat(AcceptanceRate.over(List.of(day.measures().decisions())))
                .contains(new AcceptanceRate((289 + 73) / (double) (342 + 87)));
        assertThat(part(day, Dimension.MEMBER, "developer@company.com")).isEqualTo(day.measures());
        assertThat(part(day, Dimension.MODEL, "claude-4.5-sonnet"))
                .isEqualTo(Measures.NONE
                        .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                        .withTokens(day.measures().tokens())
                        .withCost(day.measures().cost()));
    }

    @Test
    void what_is_asked_is_what_cursor_documents() {
        cursor.open("").fetch(new DateRange(TODAY.minusDays(3), TODAY.minusDays(2)));

        for (var request : cursor.requests) {
            assertThat(request.getHeaders().get("Authorization")).isEqualTo(Credentials.basic(FakeCursor.KEY, ""));
            assertThat(request.getHeaders().get("User-Agent")).isEqualTo(CallsForTests.USER_AGENT);
        }
        var wanted = json("{\"startDate\": %s, \"endDate\": %s, \"page\": 1, \"pageSize\": 1000}"
                .formatted(millis("2026-11-21T00:00:00Z"), millis("2026-11-22T23:59:59.999Z")));
        assertThat(cursor.requests)
                .filteredOn(request -> request.getTarget().startsWith("/api/teams"))
                .allSatisfy(request -> {
                    assertThat(request.getMethod()).isEqualTo("POST");
                    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
                });
        assertThat(cursor.requests)
                .last()
                .satisfies(
                        request -> assertThat(request.getRequestLine())
                                .startsWith(
                                        "GET /api/analytics/team/top-file-extensions?startDate=2026-11-21&endDate=2026-11-22 "));
        assertThat(cursor.questions(DAILY)).hasSize(2).last().isEqualTo(wanted);
        assertThat(cursor.questions(EVENTS)).hasSize(2).last().isEqualTo(wanted);
    }

    @Test
    void the_last_day_is_asked_for_up_to_now_and_no_further() {
        cursor.open("").fetch(TWO_DAYS);

        assertThat(cursor.questions(EVENTS))
                .last()
                .satisfies(
                        question -> assertThat(question.get("endDate").asLong()).isEqualTo(FakeCursor.CLOCK.millis()));
    }

    @Test
    void windows_are_of_thirty_days_at_most_and_end_today() {
        var windows = cursor.open("").windows(new DateRange(TODAY.minusDays(89), TODAY.plusDays(3)));

        assertThat(windows)
                .containsExactly(
                        new DateRange(TODAY.minusDays(29), TODAY),
                        new DateRange(TODAY.minusDays(59), TODAY.minusDays(30)),
                        new DateRange(TODAY.minusDays(89), TODAY.minusDays(60)));
        assertThat(cursor.open("").windows(new DateRange(TODAY.plusDays(1), TODAY.plusDays(3))))
                .isEmpty();
        assertThat(cursor.open("").windows(new DateRange(TODAY, TODAY))).containsExactly(new DateRange(TODAY, TODAY));
    }

    @Test
    void a_day_is_final_two_days_after_its_end() {
        assertThat(cursor.open("").settles(LocalDate.of(2026, 11, 20))).isEqualTo("2026-11-23T00:00:00Z");
    }

    @Test
    void all_pages_of_both_reports_are_followed() {
        cursor.largestPage = 2;
        for (var row = 0; row < 5; row++) {
            cursor.days.add(json(DAY).put("email", "developer" + row + "@company.com"));
            cursor.events.add(json(EVENT));
        }

        var day = only(cursor.open("").fetch(TWO_DAYS));

        assertThat(day.measures().lines()).isEqualTo(LinesChanged.of(5 * 1102, 5 * 645));
        assertThat(day.measures().tokens().output()).isEqualTo(Count.of(5 * 450));
        assertThat(cursor.questions(DAILY))
                .extracting(question -> question.get("page").asInt())
                .containsExactly(1, 1, 2, 3);
        assertThat(cursor.questions(EVENTS))
                .extracting(question -> question.get("page").asInt())
                .containsExactly(1, 1, 2, 3);
    }

    @Test
    void pages_of_daily_rows_count_members_each_of_whom_has_a_row_a_day() {
        var month = new DateRange(TODAY.minusDays(29), TODAY);
        for (var member = 0; member < 1200; member++) {
            for (var date : month.stream().toList()) {
                cursor.days.add(json("{}")
                        .put("day", date.toString())
                        .put("email", "developer" + member + "@company.com")
                        .put("chatRequests", 1));
            }
        }

        var days = cursor.open("").fetch(month);

        assertThat(days)
                .hasSize(30)
                .allSatisfy(day -> assertThat(day.measures().requests().count()).isEqualTo(Count.of(1200)));
        assertThat(cursor.questions(DAILY))
                .extracting(question -> question.get("page").asInt())
                .containsExactly(1, 1, 2);
    }

    @Test
    void members_without_use_are_no_usage() {
        cursor.days.add(json(IDLE));

        assertThat(cursor.open("").fetch(TWO_DAYS)).isEmpty();
    }

    @Test
    void events_that_failed_count_no_request_but_their_tokens_and_cost() {
        cursor.instead.put(DAILY, forbidden());
        for (var kind : List.of(
                "Errored, No Charge",
                "Aborted, Not Charged",
                "Errored",
                "USAGE_EVENT_KIND_ERRORED_NOT_CHARGED",
                "USAGE_EVENT_KIND_ABORTED_NOT_CHARGED")) {
            cursor.events.add(json(EVENT).put("kind", kind));
        }
        cursor.events.add(json(EVENT));

        var measures = only(cursor.open("").fetch(TWO_DAYS)).measures();

        assertThat(measures.requests()).isEqualTo(RequestCount.of(1, RequestBasis.REQUESTS));
        assertThat(measures.tokens().input()).isEqualTo(Count.of(6 * 126));
        assertThat(measures.cost().dollars()).contains(new BigDecimal("1.2817392"));
    }

    @Test
    void what_an_event_does_not_tell_is_unknown_and_included_use_is_an_estimate() {
        cursor.instead.put(DAILY, forbidden());
        cursor.events.add(json(INCLUDED));

        var measures = only(cursor.open("").fetch(TWO_DAYS)).measures();

        assertThat(measures.tokens()).isEqualTo(TokenCount.UNKNOWN);
        assertThat(measures.sessions()).isEqualTo(Count.UNKNOWN);
        assertThat(measures.lines()).isEqualTo(LinesChanged.UNKNOWN);
        assertThat(measures.decisions()).isEqualTo(Decisions.UNKNOWN);
        assertThat(measures.cost()).isEqualTo(Cost.ofDollars(new BigDecimal("0.08"), CostBasis.VENDOR_ESTIMATE));
    }

    @Test
    void without_an_amount_charged_the_models_cost_is_the_estimate() {
        var event = json(EVENT);
        event.remove("chargedCents");
        event.withObject("/tokenUsage").put("totalCents", "20.18232");
        cursor.events.add(event);

        assertThat(only(cursor.open("").fetch(TWO_DAYS)).measures().cost())
                .isEqualTo(Cost.ofDollars(new BigDecimal("0.2018232"), CostBasis.VENDOR_ESTIMATE));
    }

    @Test
    void a_conversation_is_one_session_a_day() {
        var midnight = millis("2026-11-24T00:00:00Z");
        for (var at : List.of(midnight - 2, midnight - 1, midnight)) {
            cursor.events.add(json(EVENT).put("timestamp", Long.toString(at)));
        }
        cursor.events.add(json(EVENT).put("conversationId", "other"));

        var days = cursor.open("").fetch(TWO_DAYS);

        assertThat(days).extracting(day -> day.measures().sessions()).containsExactly(Count.of(2), Count.ONE);
        assertThat(part(days.get(0), Dimension.MEMBER, "developer@company.com").sessions())
                .isEqualTo(Count.of(2));
    }

    @Test
    void on_days_without_a_daily_row_the_events_are_the_requests() {
        cursor.days.add(json(DAY));
        cursor.events.add(json(EVENT));
        cursor.events.add(json(EVENT).put("timestamp", Long.toString(millis("2026-11-24T10:00:00Z"))));

        assertThat(cursor.open("").fetch(TWO_DAYS))
                .extracting(day -> day.measures().requests().basis())
                .containsExactly(RequestBasis.PROMPTS_AND_ACCEPTANCES, RequestBasis.REQUESTS);
    }

    @Test
    void an_account_narrows_to_that_person_however_it_is_spelt() {
        cursor.members.addAll(List.of("admin@company.com", "Developer@Company.com"));
        cursor.days.add(json(DAY).put("email", "Developer@Company.com"));
        cursor.days.add(json(DAY).put("email", "admin@company.com"));
        cursor.events.add(json(EVENT).put("userEmail", "Developer@Company.com"));
        cursor.events.add(json(EVENT).put("userEmail", "admin@company.com"));

        var day = only(cursor.open("developer@company.com").fetch(TWO_DAYS));

        assertThat(day.measures().lines()).isEqualTo(LinesChanged.of(1102, 645));
        assertThat(day.measures().tokens().output()).isEqualTo(Count.of(450));
        assertThat(day.breakdowns(Dimension.MEMBER)).isEmpty();
        assertThat(cursor.questions(EVENTS))
                .last()
                .satisfies(
                        question -> assertThat(question.get("email").asText()).isEqualTo("Developer@Company.com"));
        assertThat(cursor.requests)
                .anySatisfy(request -> assertThat(request.getRequestLine()).startsWith("GET /api/teams/members "));
    }

    @Test
    void service_accounts_are_members_too() {
        var event = json(EVENT).put("serviceAccountName", "Nightly builds");
        event.remove("userEmail");
        cursor.events.add(event);

        var day = only(cursor.open("").fetch(TWO_DAYS));

        assertThat(part(day, Dimension.MEMBER, "nightly builds").tokens().output())
                .isEqualTo(Count.of(450));
    }

    @Test
    void the_analytics_api_tells_languages_where_the_plan_has_it() {
        cursor.days.add(json(DAY));
        cursor.members.add("developer@company.com");
        for (var extension : List.of("tsx", ".ts", "go", "Untitled-1")) {
            cursor.languages.add(json("""
                    {"event_date": "2026-11-23", "file_extension": "%s", "total_files": 3, "total_accepts": 5,
                     "total_rejects": 2, "total_lines_suggested": 90, "total_lines_accepted": 60}""".formatted(extension)));
        }

        var day = only(cursor.open("").fetch(TWO_DAYS));

        assertThat(day.breakdowns(Dimension.LANGUAGE)).hasSize(2);
        assertThat(part(day, Dimension.LANGUAGE, "TypeScript"))
                .isEqualTo(Measures.NONE.withDecisions(new Decisions(Count.UNKNOWN, Count.of(10), Count.of(4))));
        assertThat(only(cursor.open("developer@company.com").fetch(TWO_DAYS)).breakdowns(Dimension.LANGUAGE))
                .hasSize(2);
        assertThat(cursor.requests)
                .last()
                .satisfies(request ->
                        assertThat(request.getUrl().queryParameter("users")).isEqualTo("developer@company.com"));
    }

    @Test
    void a_plan_without_the_analytics_api_has_all_the_rest() {
        cursor.days.add(json(DAY));
        for (var refusal :
                List.of(forbidden(), new MockResponse.Builder().code(404).build())) {
            cursor.instead.put(FakeCursor.LANGUAGES, refusal);

            assertThat(only(cursor.open("").fetch(TWO_DAYS)).breakdowns(Dimension.LANGUAGE))
                    .isEmpty();
        }
    }

    @Test
    void a_plan_without_events_has_daily_rows() {
        cursor.instead.put(EVENTS, forbidden());
        cursor.days.add(json(DAY));

        var measures = only(cursor.open("").fetch(TWO_DAYS)).measures();

        assertThat(measures.lines()).isEqualTo(LinesChanged.of(1102, 645));
        assertThat(measures.tokens()).isEqualTo(TokenCount.UNKNOWN);
        assertThat(measures.cost()).isEqualTo(Cost.UNKNOWN);
        assertThat(cursor.questions(EVENTS)).hasSize(1);
    }

    @Test
    void a_plan_with_neither_is_not_allowed() {
        cursor.instead.put(DAILY, forbidden());
        cursor.instead.put(EVENTS, forbidden());

        assertThatThrownBy(() -> cursor.open(""))
                .isInstanceOf(VendorFailure.NotAllowed.class)
                .hasMessageContaining("Enterprise access required");
    }

    @Test
    void it_says_what_the_key_sees() {
        cursor.members.add("developer@company.com");

        assertThat(cursor.open("").reach()).isEqualTo("Cursor usage of a team of 150 members.");
        assertThat(cursor.open("developer@company.com").reach())
                .isEqualTo("Cursor usage of developer@company.com in a team of 150 members.");
        assertThat(cursor.open("").hintIfEmpty()).contains("team");
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

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static MockResponse forbidden() {
        return new MockResponse.Builder()
                .code(403)
                .body("{\"error\": \"Forbidden\", \"message\": \"Enterprise access required\"}")
                .build();
    }

    private static final String DAY = """
            {"userId": "user_1", "day": "2026-11-23", "date": 1795392000000, "isActive": true, "email": "developer@company.com",
             "totalLinesAdded": 1543, "totalLinesDeleted": 892, "acceptedLinesAdded": 1102, "acceptedLinesDeleted": 645,
             "totalApplies": 87, "totalAccepts": 73, "totalRejects": 14, "totalTabsShown": 342, "totalTabsAccepted": 289,
             "composerRequests": 45, "chatRequests": 128, "agentRequests": 12, "cmdkUsages": 67,
             "subscriptionIncludedReqs": 180, "apiKeyReqs": 0, "usageBasedReqs": 5, "bugbotUsages": 3,
             "mostUsedModel": "gpt-5", "applyMostUsedExtension": ".tsx", "tabMostUsedExtension": "Untitled-1"}""";

    private static final String IDLE = """
            {"userId": 7, "day": "2026-11-23", "isActive": false, "email": "idle@company.com",
             "totalLinesAdded": 0, "acceptedLinesAdded": 0, "acceptedLinesDeleted": 0, "totalApplies": 0, "totalAccepts": 0,
             "totalTabsShown": 0, "totalTabsAccepted": 0, "composerRequests": 0, "chatRequests": 0, "agentRequests": 0,
             "cmdkUsages": 0, "mostUsedModel": null}""";

    private static final String EVENT = """
            {"timestamp": "1795430400000", "userEmail": "developer@company.com", "conversationId": "8f2e", "model":
             "claude-4.5-sonnet", "kind": "Usage-based", "maxMode": true, "requestsCosts": 5, "isTokenBasedCall": true,
             "isChargeable": true, "isHeadless": false, "tokenUsage": {"inputTokens": 126, "outputTokens": 450,
             "cacheWriteTokens": 6112, "cacheReadTokens": 11964, "totalCents": 20.18232, "discountPercentOff": 10},
             "chargedCents": 21.36232, "cursorTokenFee": 1.18}""";

    private static final String INCLUDED = """
            {"timestamp": "1795430400000", "userEmail": "admin@company.com", "model": "claude-4-sonnet-thinking",
             "kind": "Included in Business", "maxMode": true, "requestsCosts": 1.4, "isTokenBasedCall": false,
             "isChargeable": false, "isHeadless": false, "chargedCents": 8}""";
}
