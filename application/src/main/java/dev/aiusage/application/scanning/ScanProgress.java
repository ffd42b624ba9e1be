package dev.aiusage.application.scanning;

import dev.aiusage.application.dashboard.Caveats;
import dev.aiusage.application.dashboard.DashboardWarning;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the reading of local logs has come, for whoever shows numbers meanwhile. Unreadable lines are remembered since the
 * start of the service. Safe for several threads.
 */
public final class ScanProgress implements Caveats {

    private enum Stage {
        AWAITED,
        DONE
    }

    private record State(Stage first, long unreadableLines, List<String> examples) {}

    private static final int MAX_EXAMPLES = 5;

    private volatile State state;

    private ScanProgress(Stage first) {
        this.state = new State(first, 0, List.of());
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
        var examples = new ArrayList<>(state.examples);
        examples.addAll(report.examples());
        state = new State(
                Stage.DONE,
                state.unreadableLines + report.rowsRejected(),
                List.copyOf(examples.subList(0, Math.min(MAX_EXAMPLES, examples.size()))));
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
        return warnings;
    }
}
