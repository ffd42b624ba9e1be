package dev.aiusage.persistence;

import dev.aiusage.domain.user.UserId;
import java.util.UUID;

/** Where the tests of a contract get their storage from; they keep apart by their users. */
public interface StorageContract {

    Storage storage();

    default UserId someUser() {
        return new UserId(UUID.randomUUID());
    }
}
