package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.EventOrderContract;
import dev.aiusage.persistence.Storage;

final class PostgresEventOrderTest implements EventOrderContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
