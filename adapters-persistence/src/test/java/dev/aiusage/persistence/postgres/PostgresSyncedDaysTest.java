package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.SyncedDaysContract;

final class PostgresSyncedDaysTest implements SyncedDaysContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
