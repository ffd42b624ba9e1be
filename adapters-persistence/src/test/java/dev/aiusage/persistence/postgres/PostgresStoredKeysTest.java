package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.StoredKeysContract;

final class PostgresStoredKeysTest implements StoredKeysContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
