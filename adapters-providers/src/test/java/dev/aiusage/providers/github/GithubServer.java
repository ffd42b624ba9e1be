package dev.aiusage.providers.github;

import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.calls.CallsForTests;
import dev.aiusage.providers.calls.VendorWeb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * GitHub's address and, apart from it, that of the report files. A call that a test gives no answer to is answered as GitHub does
 * when it has nothing: 204 for a day, 404 for all else.
 */
final class GithubServer implements AutoCloseable {

    static final String TOKEN = "ghp_0123456789abcdef";
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDate YESTERDAY = LocalDate.parse("2026-11-23");
    static final String REPORTS = "/orgs/acme/copilot/metrics/reports/";
    static final String LATEST = REPORTS + "users-28-day/latest";

    private final Site api = new Site();
    private final Site files = new Site();
    private final VendorWeb web = CallsForTests.web(Clock.fixed(NOW, ZoneOffset.UTC));
    private int fileNumber;

    GithubServer() {
        latest(YESTERDAY.minusDays(27), YESTERDAY);
    }

    VendorAccess open() {
        return open(new Scope("acme", ""));
    }

    VendorAccess open(Scope scope) {
        return openAt("/", scope);
    }

    VendorAccess openAt(String basePath, Scope scope) {
        return new CopilotUsage(web, api.server.url(basePath)).open(new VendorAccount(new Secret(TOKEN), scope));
    }

    /** The last of these answers is given again and again. */
    void answer(String target, MockResponse... answers) {
        api.answers.put(target, new ArrayDeque<>(List.of(answers)));
    }

    /** A report about one day, with these files. */
    void day(LocalDate day, String... bodies) {
        answer(dayTarget(day), links("\"report_day\":\"" + day + "\"", addFiles(bodies)));
    }

    void latest(LocalDate from, LocalDate to, String... bodies) {
        answer(LATEST, latestLinks(from, to, addFiles(bodies)));
    }

    MockResponse latestLinks(LocalDate from, LocalDate to, Stream<String> urls) {
        return links("\"report_start_day\":\"" + from + "\",\"report_end_day\":\"" + to + "\"", urls);
    }

    MockResponse links(String days, Stream<String> urls) {
        var list = urls.map(url -> '"' + url + '"').collect(Collectors.joining(","));
        return json("{\"download_links\":[" + list + "]," + days + "}");
    }

    /** The link to a file that is answered so. */
    String file(MockResponse... answers) {
        var target = "/file-" + ++fileNumber + ".ndjson?sig=abc";
        files.answers.put(target, new ArrayDeque<>(List.of(answers)));
        return files.server.url(target).toString();
    }

    List<RecordedRequest> requests() {
        return api.requests;
    }

    List<String> targets() {
        return api.requests.stream().map(RecordedRequest::getTarget).toList();
    }

    List<RecordedRequest> downloads() {
        return files.requests;
    }

    static String dayTarget(LocalDate day) {
        return REPORTS + "users-1-day?day=" + day;
    }

    static MockResponse json(String body) {
        return status(200, body);
    }

    static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private Stream<String> addFiles(String... bodies) {
        return Stream.of(bodies).map(body -> file(json(body)));
    }

    @Override
    public void close() {
        web.close();
        api.server.close();
        files.server.close();
    }

    private static final class Site extends Dispatcher {

        private final MockWebServer server = new MockWebServer();
        private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
        private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

        Site() {
            server.setServerSocketFactory(new PromptSockets());
            server.setDispatcher(this);
            try {
                server.start();
            } catch (IOException unstarted) {
                throw new UncheckedIOException(unstarted);
            }
        }

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            var given = answers.get(request.getTarget());
            if (given == null) {
                return request.getTarget().contains("-1-day")
                        ? status(204, "")
                        : status(404, "{\"message\":\"Not Found\",\"status\":\"404\"}");
            }
            return given.size() == 1 ? given.getFirst() : given.removeFirst();
        }
    }
}
