package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.ZonedDaysContract;

final class PostgresZonedDaysTest implements ZonedDaysContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
