package dev.aiusage.persistence.memory;

import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.application.syncing.SyncWork;
import dev.aiusage.persistence.SyncScheduleContract;
import java.time.Clock;

final class InMemorySyncScheduleTest implements SyncScheduleContract {

    private final InMemorySyncSchedule schedule = new InMemorySyncSchedule();

    @Override
    public SyncSchedule schedule() {
        return schedule;
    }

    @Override
    public AutoCloseable start(SyncWork work) {
        return InMemorySyncTurns.start(schedule, work, Clock.systemUTC(), 2);
    }
}
