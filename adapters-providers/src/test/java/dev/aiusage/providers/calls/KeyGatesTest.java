package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.domain.integration.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KeyGatesTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final FakeTime time = new FakeTime();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private BadVendor vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new BadVendor(CallLimits.DEFAULT.withAtOnce(3));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        vendor.close();
    }

    @Test
    void no_minute_has_more_calls_than_the_pace_allows_however_long_they_take() throws Exception {
        var random = new Random(7);
        var gate = new KeyGate(8, Pace.perMinute(20), time, time);
        var seen = new ArrayList<Long>();

        for (var call = 0; call < 200; call++) {
            gate.pass(() -> {
                time.of(Duration.ofMillis(random.nextInt(3000)));
                seen.add(time.getAsLong());
                time.of(Duration.ofMillis(random.nextInt(3000)));
                return seen;
            });
        }

        for (var first = 0; first + 20 < seen.size(); first++) {
            assertThat(seen.get(first + 20) - seen.get(first)).isGreaterThanOrEqualTo(MINUTE);
        }
        assertThat(time.getAsLong())
                .isLessThan(10 * (MINUTE + 20 * Duration.ofSeconds(6).toNanos()));
    }

    @Test
    void a_burst_waits_for_nothing() throws Exception {
        var gate = new KeyGate(8, Pace.perMinute(20), time, time);

        for (var call = 0; call < 20; call++) {
            gate.pass(() -> "");
        }
        assertThat(time.pauses()).isEmpty();
        gate.pass(() -> "");
        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void many_threads_keep_the_pace_together() throws Exception {
        var gate = new KeyGate(16, Pace.perMinute(5), time, time);
        var seen = new ConcurrentLinkedQueue<Long>();

        all(50, () -> gate.pass(() -> seen.add(time.getAsLong())));

        var sorted = seen.stream().sorted().toList();
        for (var first = 0; first + 5 < sorted.size(); first++) {
            assertThat(sorted.get(first + 5) - sorted.get(first)).isGreaterThanOrEqualTo(MINUTE);
        }
    }

    @Test
    void a_call_that_fails_or_is_given_up_leaves_its_place() throws Exception {
        var gate = new KeyGate(1, Pace.perMinute(1), time, time);
        for (var call = 0; call < 3; call++) {
            try {
                gate.pass(() -> {
                    throw new IOException("cut");
                });
            } catch (IOException cut) {
                assertThat(cut).hasMessage("cut");
            }
        }

        Pause interrupted = duration -> {
            throw new InterruptedException();
        };
        var stopping = new KeyGate(1, Pace.perMinute(1), time, interrupted);
        assertThat(stopping.pass(() -> "first")).isEqualTo("first");
        for (var call = 0; call < 3; call++) {
            assertThatThrownBy(() -> stopping.pass(() -> "second")).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void one_key_has_one_gate_and_others_have_theirs() {
        var gates = new KeyGates(3, time, time);
        var gate = gates.of("Acme", new Secret("one"), Pace.FREE);

        assertThat(gates.of("Acme", new Secret("one"), Pace.FREE)).isSameAs(gate);
        assertThat(gates.of("Acme", new Secret("two"), Pace.FREE)).isNotSameAs(gate);
        assertThat(gates.of("Other", new Secret("one"), Pace.FREE)).isNotSameAs(gate);
    }

    @Test
    void a_gate_is_forgotten_only_when_it_was_not_used_for_long() {
        var gates = new KeyGates(3, time, time);
        var gate = gates.of("Acme", new Secret("one"), Pace.FREE);

        time.of(Duration.ofMinutes(50));
        assertThat(gates.of("Acme", new Secret("one"), Pace.FREE)).isSameAs(gate);
        time.of(Duration.ofMinutes(50));
        assertThat(gates.of("Acme", new Secret("one"), Pace.FREE)).isSameAs(gate);
        time.of(Duration.ofMinutes(70));
        assertThat(gates.of("Acme", new Secret("one"), Pace.FREE)).isNotSameAs(gate);
    }

    @Test
    void a_key_of_two_integrations_makes_no_more_calls_at_once_than_allowed() throws Exception {
        var server = new CountingDispatcher();
        vendor.server.setDispatcher(server);
        var integrations = List.of(vendor.calls("one", Pace.FREE), vendor.calls("one", Pace.FREE));
        var turn = new AtomicInteger();

        all(
                24,
                () -> integrations
                        .get(turn.getAndIncrement() % 2)
                        .send(vendor.request(), VendorJson::object)
                        .count("n"));

        assertThat(server.most.get()).isEqualTo(3);
    }

    @Test
    void a_busy_key_does_not_hold_up_another() throws Exception {
        var busy = new CountDownLatch(3);
        var end = new CountDownLatch(1);
        var gates = new KeyGates(3, time, time);
        var held = new ArrayList<Future<String>>();
        for (var call = 0; call < 3; call++) {
            held.add(threads.submit(
                    () -> gates.of("Acme", new Secret("busy"), Pace.FREE).pass(() -> {
                        busy.countDown();
                        end.await();
                        return "";
                    })));
        }
        busy.await();

        assertThat(gates.of("Acme", new Secret("other"), Pace.FREE).pass(() -> "passed"))
                .isEqualTo("passed");
        end.countDown();
        for (var call : held) {
            assertThat(call.get()).isEmpty();
        }
    }

    private void all(int times, Callable<?> task) throws Exception {
        var running = new ArrayList<Callable<Object>>();
        for (var started = 0; started < times; started++) {
            running.add(task::call);
        }
        for (var done : threads.invokeAll(running)) {
            done.get();
        }
    }

    /** Answers when three calls are there. */
    private static final class CountingDispatcher extends Dispatcher {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final CyclicBarrier three = new CyclicBarrier(3);

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                three.await(10, TimeUnit.SECONDS);
                return new MockResponse.Builder().body("{\"n\": 1}").build();
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                return new MockResponse.Builder().code(400).build();
            } finally {
                now.decrementAndGet();
            }
        }
    }
}
