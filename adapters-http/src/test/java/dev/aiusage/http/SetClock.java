package dev.aiusage.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is turned. */
final class SetClock extends Clock {

    private volatile Instant now;

    SetClock(Instant start) {
        this.now = start;
    }

    void turn(Duration on) {
        now = now.plus(on);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
