package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.SumOrderContract;

final class PostgresSumOrderTest implements SumOrderContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
