package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.EnteredDaysContract;
import dev.aiusage.persistence.Storage;

final class PostgresEnteredDaysTest implements EnteredDaysContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
