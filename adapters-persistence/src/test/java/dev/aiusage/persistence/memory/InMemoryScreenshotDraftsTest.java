package dev.aiusage.persistence.memory;

import dev.aiusage.persistence.ScreenshotDraftsContract;
import dev.aiusage.persistence.Storage;

final class InMemoryScreenshotDraftsTest implements ScreenshotDraftsContract {

    private final Storage storage = InMemory.storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
