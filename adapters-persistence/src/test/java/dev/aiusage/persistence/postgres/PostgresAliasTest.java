package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.AliasContract;
import dev.aiusage.persistence.Storage;

final class PostgresAliasTest implements AliasContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
