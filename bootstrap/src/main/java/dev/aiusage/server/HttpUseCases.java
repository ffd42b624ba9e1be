package dev.aiusage.server;

import dev.aiusage.AiUsage;
import dev.aiusage.http.UseCases;
import dev.aiusage.server.settings.Access;
import java.util.Optional;

/** The use cases as the HTTP adapter takes them. */
final class HttpUseCases {

    private HttpUseCases() {}

    static UseCases of(AiUsage usage, Access access) {
        var integrations = usage.integrations();
        var tokens = usage.ingestTokens();
        var devices = usage.devices();
        var screenshots = usage.screenshots();
        // Who has a login is not the operator for that; alone on a machine they are one person.
        var isLocal = access instanceof Access.LocalAccess;
        return new UseCases(
                usage.showDashboard(),
                usage.showSeries(),
                usage.importUsage(),
                usage.enterUsage(),
                usage.receiveTelemetry(),
                usage.storageHealth(),
                new UseCases.OfIntegrations(
                        integrations.connect(), integrations.list(), integrations.change(), integrations.remove()),
                new UseCases.OfSyncs(usage.syncs().request(), usage.syncs().show()),
                new UseCases.OfIngestTokens(tokens.make(), tokens.list(), tokens.revoke()),
                new UseCases.OfDevices(devices.list(), devices.rename(), devices.remove(), devices.note()),
                new UseCases.OfScreenshots(screenshots.read(), screenshots.confirm(), screenshots.discard()),
                isLocal ? Optional.of(usage.rotateKeys()) : Optional.empty());
    }
}
