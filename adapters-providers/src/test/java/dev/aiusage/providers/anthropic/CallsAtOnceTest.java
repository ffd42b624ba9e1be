package dev.aiusage.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.usage.Count;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class CallsAtOnceTest {

    private static final int ALLOWED = 8;

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(ALLOWED);

    @Test
    void however_many_threads_fetch_no_more_calls_run_at_once_than_allowed() throws Exception {
        try (var anthropic = FakeAnthropic.console()) {
            var access = anthropic.openClaudeCode("");
            anthropic.answer(FakeAnthropic.CLAUDE_CODE, this::slowly);
            var threads = Executors.newFixedThreadPool(3 * ALLOWED);
            var fetched = new ArrayList<Future<Count>>();
            for (var window : access.windows(FakeAnthropic.days("2026-10-01", "2026-11-24"))) {
                fetched.add(threads.submit(
                        () -> access.fetch(window).get(0).measures().sessions()));
            }

            for (var day : fetched) {
                assertThat(day.get(1, TimeUnit.MINUTES)).isEqualTo(Count.of(3));
            }
            threads.shutdown();

            assertThat(fetched).hasSize(55);
            assertThat(most.get()).isBetween(2, ALLOWED);
        }
    }

    /** The first calls wait for each other, all others long enough for one too many to show itself. */
    private MockResponse slowly(HttpUrl url) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        full.countDown();
        try {
            if (full.await(1, TimeUnit.SECONDS)) {
                new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
        return FakeAnthropic.ok(page(url));
    }

    /** Three pages a day, of one session each. */
    private static String page(HttpUrl url) {
        var row = "{\"date\": \"" + url.queryParameter("starting_at") + "T00:00:00Z\","
                + " \"actor\": {\"type\": \"user_actor\", \"email_address\": \"anna@example.com\"},"
                + " \"core_metrics\": {\"num_sessions\": 1}}";
        var page = url.queryParameter("page");
        return page == null
                ? FakeAnthropic.page(row, "2")
                : page.equals("2") ? FakeAnthropic.page(row, "3") : FakeAnthropic.page(row);
    }
}
