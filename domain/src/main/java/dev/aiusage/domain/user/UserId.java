package dev.aiusage.domain.user;

import java.util.UUID;

/** The user that usage and integrations belong to; the subject of a token in server mode. */
public record UserId(UUID value) {

    /** The one user of local mode. */
    public static final UserId LOCAL = new UserId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

    /** The user of the demo data. */
    public static final UserId MOCK = new UserId(UUID.fromString("00000000-0000-4000-8000-000000000123"));

    @Override
    public String toString() {
        return value.toString();
    }
}
