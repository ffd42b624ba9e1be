package dev.aiusage.http;

import dev.aiusage.application.access.ListIngestTokens;
import dev.aiusage.application.access.MakeIngestToken;
import dev.aiusage.application.access.RevokeIngestToken;
import dev.aiusage.application.dashboard.ShowDashboard;
import dev.aiusage.application.dashboard.ShowSeries;
import dev.aiusage.application.devices.ListDevices;
import dev.aiusage.application.devices.NoteDevice;
import dev.aiusage.application.devices.RemoveDevice;
import dev.aiusage.application.devices.RenameDevice;
import dev.aiusage.application.entering.EnterUsage;
import dev.aiusage.application.health.StorageHealth;
import dev.aiusage.application.importing.ImportUsage;
import dev.aiusage.application.integrations.ChangeIntegration;
import dev.aiusage.application.integrations.ConnectIntegration;
import dev.aiusage.application.integrations.ListIntegrations;
import dev.aiusage.application.integrations.RemoveIntegration;
import dev.aiusage.application.rotation.RotateKeys;
import dev.aiusage.application.screenshots.ConfirmScreenshot;
import dev.aiusage.application.screenshots.DiscardScreenshot;
import dev.aiusage.application.screenshots.ReadScreenshot;
import dev.aiusage.application.syncing.RequestSync;
import dev.aiusage.application.syncing.ShowSyncs;
import dev.aiusage.application.telemetry.ReceiveTelemetry;
import java.util.Optional;

/**
 * All that the routes call.
 *
 * @param rotateKeys the operator's work; given only where whoever calls is the operator, which is so in local mode alone
 */
public record UseCases(
        ShowDashboard showDashboard,
        ShowSeries showSeries,
        ImportUsage importUsage,
        EnterUsage enterUsage,
        ReceiveTelemetry receiveTelemetry,
        StorageHealth storageHealth,
        OfIntegrations integrations,
        OfSyncs syncs,
        OfIngestTokens ingestTokens,
        OfDevices devices,
        OfScreenshots screenshots,
        Optional<RotateKeys> rotateKeys) {

    /** What a user does with integrations. */
    public record OfIntegrations(
            ConnectIntegration connect, ListIntegrations list, ChangeIntegration change, RemoveIntegration remove) {}

    /** What a user does to have usage fetched. */
    public record OfSyncs(RequestSync request, ShowSyncs show) {}

    /** What a user does with the machines that logs come from, and how one of them is known. */
    public record OfDevices(ListDevices list, RenameDevice rename, RemoveDevice remove, NoteDevice note) {}

    /** What a user does with ingest tokens. */
    public record OfIngestTokens(MakeIngestToken make, ListIngestTokens list, RevokeIngestToken revoke) {}

    /** What a user does with pictures of usage. */
    public record OfScreenshots(ReadScreenshot read, ConfirmScreenshot confirm, DiscardScreenshot discard) {}
}
