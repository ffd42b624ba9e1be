package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.UsageDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers with what it was given, day by day, and notes what it was asked for. Days are final two days after their end. */
final class FakeVendor implements UsageVendor, VendorAccess {

    final Map<LocalDate, Long> requests = new HashMap<>();
    final List<DateRange> fetched = Collections.synchronizedList(new ArrayList<>());
    Optional<VendorFailure> refusal = Optional.empty();
    Runnable opening = () -> {};
    Consumer<DateRange> beforeAnswer = window -> {};

    @Override
    public Tool tool() {
        return Tool.CURSOR;
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        opening.run();
        refusal.ifPresent(failure -> {
            throw failure;
        });
        return this;
    }

    @Override
    public String reach() {
        return "all there is";
    }

    @Override
    public String hintIfEmpty() {
        return "Perhaps nobody works.";
    }

    @Override
    public List<DateRange> windows(DateRange wanted) {
        return wanted.piecesFromTheEnd(7);
    }

    @Override
    public List<UsageDay> fetch(DateRange window) {
        beforeAnswer.accept(window);
        fetched.add(window);
        return window.stream()
                .filter(requests::containsKey)
                .map(date -> day(date, requests.getOrDefault(date, 0L)))
                .toList();
    }

    @Override
    public Instant settles(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(2));
    }

    static UsageDay day(LocalDate date, long requests) {
        return UsageDay.of(date, Measures.NONE.withRequests(RequestCount.of(requests, RequestBasis.REQUESTS)));
    }
}
