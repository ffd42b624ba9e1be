package dev.aiusage.application.screenshots;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts the picture before it is sent, since it is paid for even if nothing comes of it. */
public final class ReadScreenshotService implements ReadScreenshot {

    private final PictureReader reader;
    private final ScreenshotDrafts drafts;
    private final Clock clock;

    public ReadScreenshotService(PictureReader reader, ScreenshotDrafts drafts, Clock clock) {
        this.reader = reader;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public ScreenshotDraft read(NewScreenshot screenshot) {
        var id = begin(screenshot.user());
        var draft = read(screenshot.picture()).match(new PictureReading.Cases<ScreenshotDraft>() {
            @Override
            public ScreenshotDraft figures(PictureReading.Figures read) {
                var tool = screenshot.tool().or(read::tool);
                return new ScreenshotDraft(id, tool, read.days(), read.confidence(), clock.instant());
            }

            @Override
            public ScreenshotDraft unreadable(PictureReading.Unreadable unreadable) {
                throw new RequestRejected.InvalidField("file", unreadable.reason());
            }
        });
        drafts.keep(screenshot.user(), draft);
        return draft;
    }

    private ScreenshotId begin(UserId user) {
        var id = ScreenshotId.random();
        var now = clock.instant();
        drafts.begin(user, id, now).ifPresent(free -> {
            throw new RequestRejected.TooSoon(
                    "At most " + ScreenshotDrafts.MOST + " screenshots an hour are read.", Duration.between(now, free));
        });
        return id;
    }

    private PictureReading read(Picture picture) {
        try {
            return reader.read(picture, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        } catch (VendorFailure failed) {
            throw failed.match(new ReaderTrouble(clock.instant()));
        }
    }
}
