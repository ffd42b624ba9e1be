package dev.aiusage.providers.calls;

import java.time.Clock;
import java.time.Duration;

/** The way to vendors that tests take: it never waits before a retry or a turn, and soon gives a silent vendor up. */
public final class CallsForTests {

    public static final String USER_AGENT = "ai-usage/test (https://example.com/ai-usage)";

    static final CallLimits LIMITS = CallLimits.DEFAULT.withRead(Duration.ofSeconds(5));

    private CallsForTests() {}

    public static VendorWeb web(Clock clock) {
        return web(clock, LIMITS, new FakeTime());
    }

    static VendorWeb web(Clock clock, CallLimits limits, FakeTime time) {
        return new VendorWeb(limits, USER_AGENT, clock, time, time);
    }
}
