package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.TelemetrySumsContract;

final class PostgresTelemetrySumsTest implements TelemetrySumsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
