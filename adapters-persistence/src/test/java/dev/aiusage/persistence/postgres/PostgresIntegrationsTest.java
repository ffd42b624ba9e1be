package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.IntegrationsContract;
import dev.aiusage.persistence.Storage;

final class PostgresIntegrationsTest implements IntegrationsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
