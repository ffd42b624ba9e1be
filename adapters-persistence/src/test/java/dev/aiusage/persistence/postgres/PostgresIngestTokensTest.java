package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.IngestTokensContract;
import dev.aiusage.persistence.Storage;

final class PostgresIngestTokensTest implements IngestTokensContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
