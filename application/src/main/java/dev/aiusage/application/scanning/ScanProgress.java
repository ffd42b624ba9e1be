package dev.aiusage.application.scanning;

import dev.aiusage.application.dashboard.Caveats;
import dev.aiusage.application.dashboard.DashboardWarning;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the reading of local logs has come, for whoever shows numbers meanwhile. Unreadable lines are remembered since the
 * start of the service, as each is read only once; unreadable files are those of the last scan, as it tries them all again.
 * Safe for several threads.
 */
public final class ScanProgress implements Caveats {

    private enum Stage {
        AWAITED,
        DONE
    }

    private record State(Stage first, long unreadableLines, List<String> examples, List<String> unreadableFiles) {}

    private volatile State state;

    private ScanProgress(Stage first) {
        this.state = new State(first, 0, List.of(), List.of());
    }

    /** For a service that will read local logs: numbers are incomplete until the first scan has ended. */
    public static ScanProgress awaitingFirstScan() {
        return new ScanProgress(Stage.AWAITED);
    }

    /** For a service that reads no local logs by itself. */
    public static ScanProgress notScanning() {
        return new ScanProgress(Stage.DONE);
    }

    synchronized void ended(ScanReport report) {
        state = new State(
                Stage.DONE,
                state.unreadableLines + report.rowsRejected(),
                ScanReport.firstOf(state.examples, report.examples()),
                report.unreadableFiles());
    }

    @Override
    public List<DashboardWarning> now() {
        var current = state;
        var warnings = new ArrayList<DashboardWarning>();
        if (current.first == Stage.AWAITED) {
            warnings.add(new DashboardWarning.ScanInProgress());
        }
        if (current.unreadableLines > 0) {
            warnings.add(new DashboardWarning.UnreadableLines(current.unreadableLines, current.examples));
        }
        if (!current.unreadableFiles.isEmpty()) {
            warnings.add(new DashboardWarning.UnreadableFiles(current.unreadableFiles));
        }
        return warnings;
    }
}
