package dev.aiusage.providers.cursor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.providers.calls.HeldRows;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Cursor's Admin API over HTTP, followed to its last page. */
final class CursorApi {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int PAGE_SIZE = 1000;

    /** Ten times as many as are asked for: an answer that is a little generous is no harm. */
    private static final int MOST_A_PAGE = 10 * PAGE_SIZE;

    private static final int MAX_PAGES = 5000;

    private final VendorCalls calls;
    private final HttpUrl base;
    private final String authorization;

    CursorApi(VendorCalls calls, HttpUrl base, Secret key) {
        this.calls = calls;
        this.base = base;
        this.authorization = Credentials.basic(key.reveal(), "", StandardCharsets.UTF_8);
    }

    /** Asks for one row, to see whether the report may be asked for, and how many members it tells of. */
    Count glance(Report report, Period period) {
        return page(report, question(period), 1, 1, row -> row).members();
    }

    /** The daily rows of all members. */
    void days(Period period, Consumer<MemberDay> action) {
        everyRow(Report.DAILY, question(period), MemberDay::of, action);
    }

    /** The events of all members or, if there is an e-mail, of that one's. */
    void events(Period period, String email, Consumer<UsageEventRow> action) {
        var question = question(period);
        if (!email.isEmpty()) {
            question.put("email", email);
        }
        everyRow(Report.EVENTS, question, UsageEventRow::of, action);
    }

    /** The e-mails of the team, as it spells them. */
    List<String> members() {
        var request = request("teams/members").get().build();
        return calls.send(request, answer -> {
            var emails = new ArrayList<String>();
            VendorJson.rows(
                    answer, "teamMembers", member -> member.text("email").ifPresent(emails::add));
            return emails;
        });
    }

    /** The most edited kinds of files, by everybody or by one e-mail; a report of the Analytics API, which not all plans have. */
    List<LanguageDay> languages(DateRange days, String email) {
        var url = base.newBuilder()
                .addPathSegments("analytics/team/top-file-extensions")
                .addQueryParameter("startDate", days.from().toString())
                .addQueryParameter("endDate", days.to().toString());
        if (!email.isEmpty()) {
            url.addQueryParameter("users", email);
        }
        return calls.send(request(url.build()).get().build(), answer -> {
            var rows = new HeldRows<LanguageDay>(MOST_A_PAGE);
            VendorJson.rows(answer, "data", row -> rows.add(LanguageDay.of(row)));
            return rows.list();
        });
    }

    private <T> void everyRow(Report report, ObjectNode question, Function<JsonFields, T> reader, Consumer<T> action) {
        for (var number = 1; ; number++) {
            var page = page(report, question, number, PAGE_SIZE, reader);
            page.rows().forEach(action);
            if (!page.hasNext()) {
                return;
            }
            if (page.rows().isEmpty() || number == MAX_PAGES) {
                throw new VendorFailure.MalformedAnswer("Cursor's answer goes on from page to page without end.");
            }
        }
    }

    private <T> Page<T> page(Report report, ObjectNode question, int number, int size, Function<JsonFields, T> reader) {
        var asked = question.deepCopy().put("page", number).put("pageSize", size);
        var body = RequestBody.create(asked.toString().getBytes(StandardCharsets.UTF_8), JSON);
        return calls.send(request(report.path()).post(body).build(), answer -> {
            var rows = new HeldRows<T>(MOST_A_PAGE * report.rowsOfOne());
            var others = VendorJson.rows(answer, report.rows(), row -> rows.add(reader.apply(row)));
            return Page.of(number, rows.list(), others.object("pagination"));
        });
    }

    private static ObjectNode question(Period period) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("startDate", period.startMillis())
                .put("endDate", period.endMillis());
    }

    private Request.Builder request(String path) {
        return request(base.newBuilder().addPathSegments(path).build());
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }
}
