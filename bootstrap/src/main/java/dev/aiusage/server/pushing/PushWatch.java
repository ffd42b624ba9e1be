package dev.aiusage.server.pushing;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Pushes again and again, ever more seldom while the server does not take anything, until it is stopped. */
public final class PushWatch {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Supplier<PushReport> push;
    private final PushServer server;
    private final Waiting waiting;
    private final PrintWriter out;
    private final PrintWriter err;
    private Duration pause = PAUSE;
    private String lastComplaint = "";

    /** What {@code push} fails by is a {@link PushFailed}; anything else ends the watch. */
    public PushWatch(Supplier<PushReport> push, PushServer server, Waiting waiting, PrintWriter out, PrintWriter err) {
        this.push = push;
        this.server = server;
        this.waiting = waiting;
        this.out = out;
        this.err = err;
    }

    public void run() {
        do {
            once();
        } while (waiting.lasts(pause));
    }

    private void once() {
        try {
            var report = push.get();
            if (report.events() > 0 || !lastComplaint.isEmpty()) {
                out.println(report.summary(server));
                out.flush();
            }
            report.warnings().forEach(this::complain);
            lastComplaint = "";
            pause = PAUSE;
        } catch (PushFailed failed) {
            // The same again each few minutes would only hide when it began.
            var complaint = String.valueOf(failed.getMessage());
            if (!complaint.equals(lastComplaint)) {
                complain(complaint + "; what is left is delivered later");
            }
            lastComplaint = complaint;
            pause = longer(failed.pause());
        }
    }

    private Duration longer(Duration asked) {
        var twice = pause.multipliedBy(2);
        var own = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private void complain(String line) {
        err.println(line);
        err.flush();
    }
}
