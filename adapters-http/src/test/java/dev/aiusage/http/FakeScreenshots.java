package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.screenshots.ConfirmScreenshot;
import dev.aiusage.application.screenshots.NewScreenshot;
import dev.aiusage.application.screenshots.ReadDay;
import dev.aiusage.application.screenshots.ReadScreenshot;
import dev.aiusage.application.screenshots.ScreenshotDraft;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.user.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** Reads the same two rows off every picture, as the only draft that there is. */
final class FakeScreenshots implements ReadScreenshot, ConfirmScreenshot {

    static final UUID ONLY = new UUID(0, 1);

    final List<NewScreenshot> read = new ArrayList<>();
    final List<EnteredDay> corrected = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public ScreenshotDraft read(NewScreenshot screenshot) {
        meanwhile.run();
        read.add(screenshot);
        var dated = new ReadDay(
                Optional.of(LocalDate.parse("2026-11-23")),
                Measures.NONE
                        .withRequests(RequestCount.of(42, RequestBasis.AS_GIVEN))
                        .withTokens(TokenCount.ofTotal(Count.of(1200)))
                        .withCost(Cost.ofNanoDollars(1_500_000_000, CostBasis.VENDOR_ESTIMATE)),
                Optional.of(new AcceptanceRate(0.5)));
        var undated = new ReadDay(Optional.empty(), Measures.NONE.withSessions(Count.of(7)), Optional.empty());
        return new ScreenshotDraft(
                new ScreenshotId(ONLY),
                screenshot.tool(),
                List.of(undated, dated),
                screenshot.tool().map(tool -> OptionalDouble.of(0.9)).orElse(OptionalDouble.empty()),
                FakeIntegrations.NOON);
    }

    @Override
    public int asRead(UserId user, ScreenshotId id) {
        require(id);
        return 2;
    }

    @Override
    public int corrected(UserId user, ScreenshotId id, List<EnteredDay> days) {
        require(id);
        corrected.addAll(days);
        return days.size();
    }

    void discard(UserId user, ScreenshotId id) {
        require(id);
    }

    private void require(ScreenshotId id) {
        meanwhile.run();
        if (!id.value().equals(ONLY)) {
            throw new RequestRejected.NotFound("draft of a screenshot (any more)");
        }
    }

    void reset() {
        read.clear();
        corrected.clear();
        meanwhile = () -> {};
    }
}
