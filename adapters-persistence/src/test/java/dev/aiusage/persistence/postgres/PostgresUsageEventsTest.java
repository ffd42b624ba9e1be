package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.UsageEventsContract;

final class PostgresUsageEventsTest implements UsageEventsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
