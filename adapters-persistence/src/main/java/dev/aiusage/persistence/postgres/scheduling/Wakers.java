package dev.aiusage.persistence.postgres.scheduling;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who looks for due turns on this instance, and need not wait for the next look when one was planned here. */
public final class Wakers {

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    void add(Runnable waker) {
        all.add(waker);
    }

    void remove(Runnable waker) {
        all.remove(waker);
    }

    void wake() {
        all.forEach(Runnable::run);
    }
}
