package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.ConnectedIntegrationsContract;
import dev.aiusage.persistence.Storage;

final class PostgresConnectedIntegrationsTest implements ConnectedIntegrationsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
