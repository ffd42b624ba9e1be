package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Cursor names no event, so a row is told by its time, model and tokens, and by how many such rows came before it. */
final class CursorRows implements Table.Rows {

    private static final int DATE_LENGTH = 10;
    private static final int REMEMBERED = 4_000_000;

    private final UsageSink sink;
    private final PlausibleTime plausible;
    private final EqualRows equalRows = new EqualRows(REMEMBERED);

    CursorRows(UsageSink sink, PlausibleTime plausible) {
        this.sink = sink;
        this.plausible = plausible;
    }

    @Override
    public void take(Row row) throws BadCell {
        var text = row.text(CursorTable.DATE);
        if (text.length() == DATE_LENGTH) {
            takeDay(row.date(CursorTable.DATE), CursorRow.of(row));
        } else {
            takeEvent(instant(text), CursorRow.of(row));
        }
    }

    private void takeEvent(Instant at, CursorRow row) throws BadCell {
        if (!plausible.allows(at)) {
            throw implausible();
        }
        if (!sink.hints().mean(row.user())) {
            return;
        }
        sink.event(
                Tool.CURSOR,
                new UsageEvent(
                        key(at, row),
                        EventPart.WHOLE,
                        at,
                        new EventLabels(row.model(), Label.NONE, Label.NONE),
                        SessionKey.NONE,
                        row.measures(),
                        PriceTerms.STANDARD,
                        CopyRank.PLAIN));
    }

    private void takeDay(LocalDate date, CursorRow row) throws BadCell {
        if (!plausible.allows(date)) {
            throw implausible();
        }
        if (sink.hints().mean(row.user())) {
            var parts = new DayParts(row.measures()).model(row.model());
            sink.addToDay(
                    Tool.CURSOR,
                    (sink.hints().account().isEmpty() ? parts.member(Label.legible(row.user())) : parts).on(date));
        }
    }

    /**
     * Neither the kind nor the cost nor the user: the same event has others, or none, in an export of another time or of the team.
     * The account keeps apart what is imported of one person and of everybody, of which only the one or the other is shown.
     */
    private EventKey key(Instant at, CursorRow row) {
        var tokens = row.tokens();
        var identity = new String[] {
            sink.hints().account().toLowerCase(Locale.ROOT),
            at.toString(),
            row.model().text(),
            row.isRequest() ? "request" : "failure",
            tokens.input().toString(),
            tokens.output().toString(),
            tokens.cacheRead().toString(),
            tokens.cacheCreation().toString(),
            tokens.unsplit().toString(),
            "0"
        };
        var first = EventKey.of(Tool.CURSOR, "csv", identity);
        var before = equalRows.before(first.value().getLeastSignificantBits());
        if (before == 0) {
            return first;
        }
        identity[identity.length - 1] = Integer.toString(before);
        return EventKey.of(Tool.CURSOR, "csv", identity);
    }

    private static Instant instant(String text) throws BadCell {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new BadCell("date is no time like 2026-11-24T18:36:05.846Z");
        }
    }

    private static BadCell implausible() {
        return new BadCell("date lies outside of the times of such tools");
    }
}
