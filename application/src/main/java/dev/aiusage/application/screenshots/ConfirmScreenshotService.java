package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.InvalidField;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.entering.PlausibleDays;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the days as any that a person tells, then has them take the draft's place. */
public final class ConfirmScreenshotService implements ConfirmScreenshot {

    private final ScreenshotDrafts drafts;
    private final PlausibleDays plausible;
    private final Clock clock;

    public ConfirmScreenshotService(ScreenshotDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.plausible = new PlausibleDays(clock);
        this.clock = clock;
    }

    @Override
    public int asRead(UserId user, ScreenshotId id) {
        return keep(user, id, days(open(user, id)));
    }

    @Override
    public int corrected(UserId user, ScreenshotId id, List<EnteredDay> days) {
        open(user, id);
        return keep(user, id, days);
    }

    private ScreenshotDraft open(UserId user, ScreenshotId id) {
        return drafts.find(user, id, clock.instant()).orElseThrow(ConfirmScreenshotService::notFound);
    }

    private int keep(UserId user, ScreenshotId id, List<EnteredDay> days) {
        plausible.require(days);
        if (!drafts.confirm(user, id, days, clock.instant())) {
            throw notFound();
        }
        return days.size();
    }

    private static List<EnteredDay> days(ScreenshotDraft draft) {
        var faults = new ArrayList<InvalidField>();
        var days = new ArrayList<EnteredDay>();
        for (var row = 0; row < draft.days().size(); row++) {
            var read = draft.days().get(row);
            require(draft.tool(), row, "provider", faults);
            require(read.date(), row, "metric_date", faults);
            if (faults.isEmpty()) {
                var day = UsageDay.of(read.date().orElseThrow(), read.measures());
                days.add(new EnteredDay(draft.tool().orElseThrow(), day.withStatedRate(read.statedRate())));
            }
        }
        if (!faults.isEmpty()) {
            throw new RequestRejected.InvalidFields(faults);
        }
        return days;
    }

    private static void require(Optional<?> given, int row, String field, List<InvalidField> faults) {
        if (given.isEmpty()) {
            faults.add(new InvalidField(
                    "metrics[" + row + "]." + field, "is not told by the picture: confirm with metrics that have it"));
        }
    }

    static RequestRejected.NotFound notFound() {
        return new RequestRejected.NotFound("draft of a screenshot (any more)");
    }
}
