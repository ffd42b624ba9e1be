package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.FinerWorkContract;
import dev.aiusage.persistence.Storage;

final class PostgresFinerWorkTest implements FinerWorkContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
