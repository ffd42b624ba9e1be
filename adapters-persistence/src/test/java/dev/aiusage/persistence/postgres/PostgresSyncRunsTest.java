package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.SyncRunsContract;

final class PostgresSyncRunsTest implements SyncRunsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
