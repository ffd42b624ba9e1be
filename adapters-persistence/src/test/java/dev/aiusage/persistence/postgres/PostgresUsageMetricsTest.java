package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.Storage;
import dev.aiusage.persistence.UsageMetricsContract;

final class PostgresUsageMetricsTest implements UsageMetricsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
