package dev.aiusage.providers.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.calls.CallsForTests;
import dev.aiusage.providers.calls.VendorWeb;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** An OpenAI with the given results, which pages and filters as the documented one. */
final class FakeOpenAi extends Dispatcher implements AutoCloseable {

    static final String KEY = "sk-admin-0123456789abcdef";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    static final String USAGE = "/v1/organization/usage/completions";
    static final String COSTS = "/v1/organization/costs";
    static final String USERS = "/v1/organization/users";

    private static final ObjectMapper JSON = new ObjectMapper();

    record Result(LocalDate date, ObjectNode fields) {}

    final List<Result> usage = new ArrayList<>();
    final List<Result> costs = new ArrayList<>();
    final List<ObjectNode> users = new ArrayList<>();
    final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    final Map<String, MockResponse> instead = new ConcurrentHashMap<>();
    int largestPage = 31;

    private final MockWebServer server = new MockWebServer();
    private final VendorWeb web = CallsForTests.web(CLOCK);

    FakeOpenAi() throws IOException {
        server.setDispatcher(this);
        server.start();
    }

    VendorAccess open(String account) {
        return new OpenAiUsage(web, server.url("/")).open(new VendorAccount(new Secret(KEY), new Scope("", account)));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    void user(String id, String email) {
        users.add(json("{}").put("object", "organization.user").put("id", id).put("email", email));
    }

    List<HttpUrl> asked(String path) {
        return requests.stream()
                .map(RecordedRequest::getUrl)
                .filter(url -> url.encodedPath().equals(path))
                .toList();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        requests.add(request);
        var url = request.getUrl();
        var path = url.encodedPath();
        if (instead.containsKey(path)) {
            return instead.get(path);
        }
        if (!request.getMethod().equals("GET")) {
            return new MockResponse.Builder().code(405).build();
        }
        return switch (path) {
            case USAGE ->
                buckets(
                        url,
                        usage.stream()
                                .filter(result ->
                                        url.queryParameterValues("user_ids").isEmpty()
                                                || url.queryParameterValues("user_ids")
                                                        .contains(result.fields()
                                                                .get("user_id")
                                                                .asText()))
                                .toList());
            case COSTS -> buckets(url, costs);
            case USERS -> users(url);
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private MockResponse buckets(HttpUrl url, List<Result> results) {
        var from = date(url, "start_time");
        var page = url.queryParameter("page");
        var start = page == null ? from : LocalDate.parse(page);
        var end = date(url, "end_time");
        var size = Math.min(largestPage, Integer.parseInt(String.valueOf(url.queryParameter("limit"))));
        var answer = json("{\"object\": \"page\"}");
        var data = answer.putArray("data");
        var date = start;
        for (; date.isBefore(end) && data.size() < size; date = date.plusDays(1)) {
            var bucket = data.addObject()
                    .put("object", "bucket")
                    .put("start_time", date.atStartOfDay(ZoneOffset.UTC).toEpochSecond())
                    .put(
                            "end_time",
                            date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
            var list = bucket.putArray("results");
            for (var result : results) {
                if (result.date().equals(date)) {
                    list.add(result.fields());
                }
            }
        }
        answer.put("has_more", date.isBefore(end));
        answer.put("next_page", date.isBefore(end) ? date.toString() : null);
        return body(answer);
    }

    private MockResponse users(HttpUrl url) {
        var after = url.queryParameter("after");
        var ids = users.stream().map(user -> user.get("id").asText()).toList();
        var from = after == null ? 0 : ids.indexOf(after) + 1;
        var size = Math.min(largestPage, Integer.parseInt(String.valueOf(url.queryParameter("limit"))));
        var to = Math.min(users.size(), from + size);
        var answer = json("{\"object\": \"list\"}").put("has_more", to < users.size());
        answer.putArray("data").addAll(users.subList(from, to));
        answer.put("last_id", to == from ? null : ids.get(to - 1));
        return body(answer);
    }

    private static LocalDate date(HttpUrl url, String name) {
        var second = Long.parseLong(String.valueOf(url.queryParameter(name)));
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    private static MockResponse body(ObjectNode answer) {
        return new MockResponse.Builder().body(answer.toString()).build();
    }

    @Override
    public void close() {
        web.close();
        server.close();
    }
}
