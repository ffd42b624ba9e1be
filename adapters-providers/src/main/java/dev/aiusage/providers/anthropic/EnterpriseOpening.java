package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Enterprise Analytics, which keys with the scope {@code read:analytics} open. */
record EnterpriseOpening(AnthropicApi api, Whose whose, Clock clock) implements Opening {

    /** A day is built at this hour of the next. */
    static final int BUILT_AT_HOUR = 10;

    @Override
    public Probed probe() {
        var newest = newestBuilt();
        var url = api.organizations(EnterpriseAccess.USERS)
                .addQueryParameter("date", newest.toString())
                .addQueryParameter("limit", "1")
                .build();
        return api.probe(url, newest);
    }

    @Override
    public VendorAccess access(Probed probed) {
        return new EnterpriseAccess(api, whose, probed.newest());
    }

    private LocalDate newestBuilt() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return now.toLocalDate().minusDays(now.getHour() < BUILT_AT_HOUR ? 2 : 1);
    }
}
