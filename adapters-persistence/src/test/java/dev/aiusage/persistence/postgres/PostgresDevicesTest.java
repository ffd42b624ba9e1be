package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.DevicesContract;
import dev.aiusage.persistence.Storage;

final class PostgresDevicesTest implements DevicesContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
