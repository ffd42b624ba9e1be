package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.SimultaneousWritersContract;
import dev.aiusage.persistence.Storage;

final class PostgresSimultaneousWritersTest implements SimultaneousWritersContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
