package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.assertj.core.api.Assertions;

/** A local vendor that answers what a test wants, and the calls of a client to it. */
final class BadVendor implements AutoCloseable {

    static final String KEY = "key-that-nobody-may-see";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    private final VendorWeb web;

    BadVendor() throws IOException {
        this(CallsForTests.LIMITS);
    }

    BadVendor(CallLimits limits) throws IOException {
        server.start();
        web = CallsForTests.web(CLOCK, limits, time);
    }

    VendorCalls calls() {
        return calls(KEY, Pace.FREE);
    }

    VendorCalls calls(String key, Pace pace) {
        return web.calls(new Vendor("Acme", Hosts.only(base()), pace, this::failure), new Secret(key));
    }

    Request request() {
        return new Request.Builder()
                .url(base().resolve("/usage"))
                .header("Authorization", "Bearer " + KEY)
                .build();
    }

    /** What the field n of all rows is. */
    List<Long> numbers() {
        return calls().send(request(), answer -> {
            var numbers = new ArrayList<Long>();
            VendorJson.rows(answer, "data", row -> numbers.add(row.count("n").orElse(-1)));
            return numbers;
        });
    }

    <F extends VendorFailure> F failureOfNumbers(Class<F> kind) {
        var failure = Assertions.catchThrowableOfType(kind, this::numbers);
        assertThat(failure).isNotNull();
        assertThat(failure.detail()).doesNotContain(KEY).doesNotContain("secret");
        return failure;
    }

    void answers(MockResponse.Builder... answers) {
        for (var answer : answers) {
            server.enqueue(answer.build());
        }
    }

    void answers(String json) {
        answers(new MockResponse.Builder().body(json));
    }

    RecordedRequest asked() throws InterruptedException {
        return server.takeRequest();
    }

    private HttpUrl base() {
        return server.url("/");
    }

    private VendorFailure failure(FailedAnswer answer) {
        var retryAfter = new RetryAfter(CLOCK);
        return switch (answer.status()) {
            case 401 ->
                new VendorFailure.InvalidKey(
                        "Acme refuses the key: " + answer.text("/error/message").orElse("without a reason") + ".");
            case 429 ->
                new VendorFailure.RateLimited(
                        "Acme has had enough.", retryAfter.of(answer).orElse(retryAfter.in(Duration.ofMinutes(1))));
            default -> new VendorFailure.Unavailable("Acme has a failure of its own.");
        };
    }

    @Override
    public void close() {
        web.close();
        server.close();
    }
}
