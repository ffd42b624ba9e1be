package dev.aiusage.providers.cursor;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A Cursor with the given rows, which pages and filters as the documented one. */
final class FakeCursor extends Dispatcher implements AutoCloseable {

    static final String KEY = "crsr_0123456789abcdef";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00.123Z"), ZoneOffset.UTC);
    static final String DAILY = "/teams/daily-usage-data";
    static final String EVENTS = "/teams/filtered-usage-events";

    static final String LANGUAGES = "/analytics/team/top-file-extensions";

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<ObjectNode> days = new ArrayList<>();
    final List<ObjectNode> events = new ArrayList<>();
    final List<ObjectNode> languages = new ArrayList<>();
    final List<String> members = new ArrayList<>();
    final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    final Map<String, MockResponse> instead = new ConcurrentHashMap<>();
    int largestPage = 1000;

    private final MockWebServer server = new MockWebServer();
    private final VendorWeb web = CallsForTests.web(CLOCK);

    FakeCursor() throws IOException {
        server.setDispatcher(this);
        server.start();
    }

    VendorAccess open(String account) {
        return new CursorUsage(web, server.url("/api"))
                .open(new VendorAccount(new Secret(KEY), new Scope("", account)));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    List<ObjectNode> questions(String path) {
        return requests.stream()
                .filter(request -> request.getTarget().equals("/api" + path))
                .map(request -> json(String.valueOf(request.getBody().utf8())))
                .toList();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        requests.add(request);
        var path = request.getUrl().encodedPath().substring("/api".length());
        if (instead.containsKey(path)) {
            return instead.get(path);
        }
        return switch (request.getMethod() + " " + path) {
            case "POST " + DAILY -> daily(json(request.getBody().utf8()));
            case "POST " + EVENTS -> filteredEvents(json(request.getBody().utf8()));
            case "GET /teams/members" -> members();
            case "GET " + LANGUAGES -> languages(request.getUrl());
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private MockResponse daily(ObjectNode question) {
        var first = LocalDate.ofInstant(
                Instant.ofEpochMilli(question.get("startDate").asLong()), ZoneOffset.UTC);
        var last =
                LocalDate.ofInstant(Instant.ofEpochMilli(question.get("endDate").asLong()), ZoneOffset.UTC);
        var asked = days.stream()
                .filter(row -> {
                    var day = LocalDate.parse(row.get("day").asText());
                    return !day.isBefore(first) && !day.isAfter(last);
                })
                .collect(Collectors.groupingBy(
                        row -> row.get("email").asText(), LinkedHashMap::new, Collectors.toList()));
        var answer = answer("data", "page", "totalPages", question, List.copyOf(asked.values()));
        answer.withObject("/pagination").put("totalUsers", 150);
        return body(answer);
    }

    private MockResponse filteredEvents(ObjectNode question) {
        var asked = events.stream()
                .filter(row -> {
                    var at = Long.parseLong(row.get("timestamp").asText());
                    return at >= question.get("startDate").asLong()
                            && at <= question.get("endDate").asLong()
                            && (!question.has("email") || question.get("email").equals(row.get("userEmail")));
                })
                .map(List::of)
                .toList();
        return body(answer("usageEvents", "currentPage", "numPages", question, asked));
    }

    private MockResponse languages(HttpUrl url) {
        var answer = JSON.createObjectNode();
        var data = answer.putArray("data");
        for (var row : languages) {
            var date = row.get("event_date").asText();
            if (date.compareTo(url.queryParameter("startDate")) >= 0
                    && date.compareTo(url.queryParameter("endDate")) <= 0) {
                data.add(row);
            }
        }
        answer.putObject("params").put("metric", "top-file-extensions");
        return body(answer);
    }

    private MockResponse members() {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("teamMembers");
        members.forEach(member ->
                list.addObject().put("id", "user_1").put("email", member).put("role", "member"));
        return body(answer);
    }

    /** Pages count what belongs together: the days of a user, or single events. */
    private ObjectNode answer(
            String rows, String page, String pages, ObjectNode question, List<List<ObjectNode>> found) {
        var number = question.get("page").asInt();
        var size = Math.min(largestPage, question.get("pageSize").asInt());
        var from = Math.min(found.size(), (number - 1) * size);
        var to = Math.min(found.size(), number * size);
        var answer = JSON.createObjectNode();
        answer.putArray(rows)
                .addAll(found.subList(from, to).stream().flatMap(List::stream).toList());
        answer.putObject("pagination")
                .put(page, number)
                .put("pageSize", size)
                .put(pages, (found.size() + size - 1) / size)
                .put("hasNextPage", to < found.size())
                .put("hasPreviousPage", number > 1);
        return answer;
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
