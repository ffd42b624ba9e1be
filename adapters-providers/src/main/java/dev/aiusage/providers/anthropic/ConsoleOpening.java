package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorAccess;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Claude Code Analytics, which Admin keys of the Console open. */
record ConsoleOpening(AnthropicApi api, Whose whose, Clock clock) implements Opening {

    @Override
    public Probed probe() {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var url = api.organizations(ConsoleAccess.REPORT)
                .addQueryParameter("starting_at", yesterday.toString())
                .addQueryParameter("limit", "1")
                .build();
        return api.probe(url, yesterday);
    }

    @Override
    public VendorAccess access(Probed probed) {
        return new ConsoleAccess(api, whose, clock);
    }
}
