package dev.aiusage.providers.calls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Gives each call of one key its turn, so that no window of the pace's length ever has more calls than the pace allows. */
final class PacedTurns {

    private final Pace pace;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final ReentrantLock order = new ReentrantLock(true);
    private final Deque<Long> taken = new ArrayDeque<>();

    PacedTurns(Pace pace, LongSupplier nanoTime, Pause pause) {
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    void await() throws InterruptedException {
        if (pace.equals(Pace.FREE)) {
            return;
        }
        order.lockInterruptibly();
        try {
            forgetOld();
            while (taken.size() >= pace.calls()) {
                pause.of(untilFree());
                forgetOld();
            }
            taken.addLast(nanoTime.getAsLong());
        } finally {
            order.unlock();
        }
    }

    private Duration untilFree() {
        var age = nanoTime.getAsLong() - taken.getFirst();
        return pace.in().minusNanos(age).plusMillis(1);
    }

    private void forgetOld() {
        var now = nanoTime.getAsLong();
        while (!taken.isEmpty() && now - taken.getFirst() >= pace.in().toNanos()) {
            taken.removeFirst();
        }
    }
}
