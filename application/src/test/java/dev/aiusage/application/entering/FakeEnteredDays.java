package dev.aiusage.application.entering;

import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was kept, as one entry for each time. */
final class FakeEnteredDays implements EnteredDays {

    record Kept(UserId user, List<EnteredDay> days, Instant at) {}

    final List<Kept> kept = new ArrayList<>();

    @Override
    public void keep(UserId user, List<EnteredDay> days, Instant at) {
        kept.add(new Kept(user, List.copyOf(days), at));
    }
}
