package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.RepricingContract;
import dev.aiusage.persistence.Storage;

final class PostgresRepricingTest implements RepricingContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
