package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.SumOrderContract;
import dev.aiusage.persistence.Storage;

final class PostgresSumOrderTest implements SumOrderContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
