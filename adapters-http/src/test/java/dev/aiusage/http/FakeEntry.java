package dev.aiusage.http;

import dev.aiusage.application.entering.EnterUsage;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was entered. */
final class FakeEntry implements EnterUsage {

    final List<EnteredDay> entered = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public int enter(UserId user, List<EnteredDay> days) {
        meanwhile.run();
        entered.addAll(days);
        return days.size();
    }

    void reset() {
        entered.clear();
        meanwhile = () -> {};
    }
}
