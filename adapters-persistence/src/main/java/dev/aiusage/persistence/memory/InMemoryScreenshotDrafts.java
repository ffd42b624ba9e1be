package dev.aiusage.persistence.memory;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.screenshots.ScreenshotDraft;
import dev.aiusage.application.screenshots.ScreenshotDrafts;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryScreenshotDrafts implements ScreenshotDrafts {

    private final InMemoryStore store;

    public InMemoryScreenshotDrafts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Instant> begin(UserId user, ScreenshotId id, Instant now) {
        var begunAt = now.truncatedTo(ChronoUnit.MICROS);
        return store.with(user, holdings -> {
            holdings.screenshots.values().removeIf(held -> !held.isFresh(begunAt));
            var free = holdings.screenshots.values().stream()
                    .map(HeldScreenshot::begunAt)
                    .filter(earlier -> earlier.isAfter(begunAt.minus(WITHIN)))
                    .sorted(Comparator.reverseOrder())
                    .skip(MOST - 1L)
                    .findFirst()
                    .map(earlier -> earlier.plus(WITHIN));
            if (free.isEmpty()) {
                holdings.screenshots.put(id, new HeldScreenshot(begunAt, Optional.empty()));
            }
            return free;
        });
    }

    @Override
    public void keep(UserId user, ScreenshotDraft draft) {
        store.with(
                user,
                holdings -> holdings.screenshots.put(
                        draft.id(), new HeldScreenshot(draft.createdAt(), Optional.of(draft))));
    }

    @Override
    public Optional<ScreenshotDraft> find(UserId user, ScreenshotId id, Instant now) {
        return store.with(user, holdings -> open(holdings, id, now));
    }

    @Override
    public boolean confirm(UserId user, ScreenshotId id, List<EnteredDay> days, Instant now) {
        return store.with(user, holdings -> {
            if (open(holdings, id, now).isEmpty()) {
                return false;
            }
            DaysOfTools.keep(holdings, user, IntegrationMethod.SCREENSHOT, days, now);
            return end(holdings, id);
        });
    }

    @Override
    public boolean discard(UserId user, ScreenshotId id, Instant now) {
        return store.with(user, holdings -> open(holdings, id, now).isPresent() && end(holdings, id));
    }

    private static Optional<ScreenshotDraft> open(Holdings holdings, ScreenshotId id, Instant now) {
        return Optional.ofNullable(holdings.screenshots.get(id))
                .filter(held -> held.isFresh(now.truncatedTo(ChronoUnit.MICROS)))
                .flatMap(HeldScreenshot::draft);
    }

    /** That a picture was read is still known. */
    private static boolean end(Holdings holdings, ScreenshotId id) {
        return holdings.screenshots.computeIfPresent(
                        id, (ended, held) -> new HeldScreenshot(held.begunAt(), Optional.empty()))
                != null;
    }
}
