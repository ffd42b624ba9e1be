package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.providers.calls.CallsForTests;
import dev.aiusage.providers.calls.VendorWeb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A server that answers as Anthropic does, at noon (UTC) of 2026-11-24; what it was not told of is not found. */
final class FakeAnthropic implements AutoCloseable {

    static final String ME = "me";
    static final String CLAUDE_CODE = "usage_report/claude_code";
    static final String USERS = "analytics/users";
    static final String USER_USAGE = "analytics/user_usage_report";
    static final String USER_COST = "analytics/user_cost_report";
    static final String MESSAGES = "usage_report/messages";
    static final String COST = "cost_report";
    static final String EMPTY = page("");
    static final Secret KEY = new Secret("sk-ant-admin01-for-tests-0123456789");

    private static final String ROOT = "/proxy/v1/organizations/";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<HttpUrl, MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final VendorWeb web;

    FakeAnthropic() {
        this(Instant.parse("2026-11-24T12:00:00Z"));
    }

    FakeAnthropic(Instant now) {
        web = CallsForTests.web(Clock.fixed(now, ZoneOffset.UTC));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answerTo(request.getUrl());
            }
        });
        try {
            server.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A server for Admin keys of the organization Acme. */
    static FakeAnthropic console() {
        var anthropic = new FakeAnthropic();
        anthropic.answer(ME, """
                {"id": "dc9f6c26", "type": "organization", "name": "Acme"}""");
        anthropic.answer(CLAUDE_CODE, EMPTY);
        anthropic.answer(MESSAGES, EMPTY);
        anthropic.answer(COST, EMPTY);
        return anthropic;
    }

    /** A server for keys with the scope read:analytics, which may read nothing else. */
    static FakeAnthropic enterprise() {
        var anthropic = new FakeAnthropic();
        anthropic.answer(ME, url -> error(401, "authentication_error", "invalid x-api-key"));
        anthropic.answer(CLAUDE_CODE, url -> error(401, "authentication_error", "invalid x-api-key"));
        anthropic.answer(USERS, "{\"data\": [], \"next_page\": null}");
        anthropic.answer(USER_USAGE, EMPTY);
        anthropic.answer(USER_COST, EMPTY);
        return anthropic;
    }

    void answer(String path, Function<HttpUrl, MockResponse> answer) {
        answers.put(path, answer);
    }

    void answer(String path, String json) {
        answer(path, url -> ok(json));
    }

    /** One answer after the other, whatever is asked. */
    void answerInTurn(String path, MockResponse... turns) {
        var left = new ArrayDeque<>(List.of(turns));
        answer(path, url -> left.remove());
    }

    /** Pages by their cursors; the first has none. */
    void answerPages(String path, Map<String, String> pages) {
        answer(path, url -> {
            var cursor = url.queryParameter("page");
            return ok(String.valueOf(pages.get(cursor == null ? "" : cursor)));
        });
    }

    HttpUrl base() {
        return server.url("/proxy/");
    }

    VendorWeb web() {
        return web;
    }

    VendorAccess openClaudeCode(String account) {
        return new ClaudeCodeUsage(web, base()).open(account(account));
    }

    VendorAccess openMessages(String account) {
        return new AnthropicApiUsage(web, base()).open(account(account));
    }

    static VendorAccount account(String account) {
        return new VendorAccount(KEY, Scope.EVERYTHING.narrowedTo(account));
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    void forgetRequests() {
        requests.clear();
    }

    /** What was asked, as "path?query", decoded. */
    List<String> asked() {
        return requests.stream()
                .map(RecordedRequest::getUrl)
                .map(FakeAnthropic::shortened)
                .toList();
    }

    static MockResponse ok(String json) {
        return new MockResponse.Builder()
                .addHeader("content-type", "application/json")
                .body(json)
                .build();
    }

    static MockResponse error(int status, String type, String message) {
        return errorBuilder(status, type, message).build();
    }

    static MockResponse.Builder errorBuilder(int status, String type, String message) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("request-id", "req_1")
                .body("""
                {"type": "error", "error": {"type": "%s", "message": "%s"}, "request_id": "req_1"}
                """.formatted(type, message));
    }

    /** The last page with these rows, or the only one. */
    static String page(String rows) {
        return "{\"data\": [" + rows + "], \"has_more\": false, \"next_page\": null}";
    }

    static String page(String rows, String next) {
        return "{\"data\": [" + rows + "], \"has_more\": true, \"next_page\": \"" + next + "\"}";
    }

    static DateRange day(String date) {
        return new DateRange(LocalDate.parse(date), LocalDate.parse(date));
    }

    static DateRange days(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Override
    public void close() {
        web.close();
        server.close();
    }

    private MockResponse answerTo(HttpUrl url) {
        var path = url.encodedPath();
        var answer = path.startsWith(ROOT) ? answers.get(path.substring(ROOT.length())) : null;
        return answer == null ? error(404, "not_found_error", "Not found") : answer.apply(url);
    }

    private static String shortened(HttpUrl url) {
        var path = url.encodedPath().replace(ROOT, "");
        return url.query() == null ? path : path + "?" + url.query();
    }
}
