package dev.aiusage.providers.cursor;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings daily rows and events together. Both tell of the same requests, so these are counted by the daily rows, which must
 * come first; by events only on days that have no daily row. Tokens, cost, models and sessions are the events' alone.
 */
final class CursorLedger {

    /** Of ten thousand members in a month, seven conversations a day. */
    private static final int MOST_SESSIONS = 4_000_000;

    private final DateRange window;
    private final DayBook book;
    private final Whose whose;
    private final Set<LocalDate> daysWithRows = new HashSet<>();
    private final Sessions sessions = new Sessions(MOST_SESSIONS);

    CursorLedger(DateRange window, Whose whose) {
        this.window = window;
        this.book = new DayBook(window);
        this.whose = whose;
    }

    void add(MemberDay day) {
        if (day.isUse() && window.contains(day.date()) && whose.includes(day.email())) {
            daysWithRows.add(day.date());
            add(day.date(), Whose.label(day.email()), day.measures());
        }
    }

    void add(UsageEventRow event) {
        if (!window.contains(event.date()) || !whose.includes(event.member())) {
            return;
        }
        var date = event.date();
        var member = Whose.label(event.member());
        book.addPart(date, Dimension.MODEL, event.model(), event.measures());
        add(
                date,
                member,
                daysWithRows.contains(date) ? event.measures().withRequests(RequestCount.UNKNOWN) : event.measures());
        if (!event.conversation().isEmpty()) {
            addSession(date, member, event.conversation());
        }
    }

    void add(LanguageDay day) {
        book.addPart(day.date(), Dimension.LANGUAGE, day.language(), day.measures());
    }

    List<UsageDay> days() {
        return book.days();
    }

    private void addSession(LocalDate date, Label member, String conversation) {
        var one = Measures.NONE.withSessions(Count.ONE);
        if (sessions.isNew(date, Label.NONE, conversation)) {
            book.add(date, one);
        }
        if (whose.isEverybody() && member.isPresent() && sessions.isNew(date, member, conversation)) {
            book.addPart(date, Dimension.MEMBER, member, one);
        }
    }

    private void add(LocalDate date, Label member, Measures measures) {
        book.add(date, measures);
        if (whose.isEverybody()) {
            book.addPart(date, Dimension.MEMBER, member, measures);
        }
    }
}
