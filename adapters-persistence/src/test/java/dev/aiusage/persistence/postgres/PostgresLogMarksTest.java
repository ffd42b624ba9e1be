package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.LogMarksContract;
import dev.aiusage.persistence.Storage;

final class PostgresLogMarksTest implements LogMarksContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
