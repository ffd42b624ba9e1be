package dev.aiusage.persistence.postgres;

import dev.aiusage.persistence.ScreenshotDraftsContract;
import dev.aiusage.persistence.Storage;

final class PostgresScreenshotDraftsTest implements ScreenshotDraftsContract {

    @Override
    public Storage storage() {
        return TestServer.storage();
    }
}
