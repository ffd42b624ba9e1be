package dev.aiusage.providers.calls;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that passes only while somebody pauses, and then at once. */
final class FakeTime implements LongSupplier, Pause {

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public void of(Duration duration) {
        pauses.add(duration);
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    List<Duration> pauses() {
        return pauses;
    }
}
