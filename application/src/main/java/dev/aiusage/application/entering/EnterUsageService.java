package dev.aiusage.application.entering;

import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.util.List;

/** Checks the days, then keeps them. */
public final class EnterUsageService implements EnterUsage {

    private final EnteredDays entered;
    private final PlausibleDays plausible;
    private final Clock clock;

    public EnterUsageService(EnteredDays entered, Clock clock) {
        this.entered = entered;
        this.plausible = new PlausibleDays(clock);
        this.clock = clock;
    }

    @Override
    public int enter(UserId user, List<EnteredDay> days) {
        plausible.require(days);
        entered.keep(user, days, clock.instant());
        return days.size();
    }
}
