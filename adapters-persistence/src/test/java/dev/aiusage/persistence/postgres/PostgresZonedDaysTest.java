package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.ZonedDaysContract;
import dev.aiusage.persistence.Storage;

final class PostgresZonedDaysTest implements ZonedDaysContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
