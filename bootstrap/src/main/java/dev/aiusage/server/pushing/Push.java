package dev.aiusage.server.pushing;

import dev.aiusage.LogPlaces;
import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.application.scanning.ScanLocalLogsService;
import dev.aiusage.application.scanning.ScanProgress;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.providers.files.ListPrices;
import dev.aiusage.providers.files.ToolLogs;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.embedded.Home;
import java.time.Clock;

/** Delivers what is new in this machine's logs to a server, once each time it is asked to. */
public final class Push {

    private final LocalLogs logs;
    private final Home home;
    private final PushServer server;
    private final DeviceName device;
    private final ProjectNaming projects;
    private final Waiting waiting;

    /** {@code home} is where it is kept how far the logs were delivered. */
    public Push(
            LogPlaces places,
            Home home,
            PushServer server,
            DeviceName device,
            ProjectNaming projects,
            Waiting waiting) {
        var tools = new ToolLogs(ListPrices.load(), Clock.systemUTC());
        this.logs = tools.on(places.machine(), places.environment(), places.home());
        this.home = home;
        this.server = server;
        this.device = device;
        this.projects = projects;
        this.waiting = waiting;
    }

    /**
     * Reads the logs and delivers what the server has not got yet.
     *
     * @throws PushFailed if the server did not take all of it, or it could not be noted; what was noted is not delivered again
     */
    public PushReport run() {
        try {
            return deliver();
        } catch (EmbeddedFailure.HomeUnusable unusable) {
            throw PushFailed.because(String.valueOf(unusable.getMessage()));
        }
    }

    private PushReport deliver() {
        var batches = new Batches(new ImportEndpoint(server, device), projects, waiting);
        var marks = PushMarks.in(home, server, device, batches.greet());
        var scan = new ScanLocalLogsService(logs, marks, user -> batches, ScanProgress.notScanning());
        return PushReport.of(scan.scan(UserId.LOCAL), batches);
    }
}
