package dev.aiusage.server.rotation;

import dev.aiusage.application.rotation.KeysInUse;
import dev.aiusage.application.rotation.KeysInUse.State;
import dev.aiusage.application.rotation.RotationReport;
import java.io.PrintWriter;
import java.util.Locale;

/** What an operator reads. */
public final class RotationOutput {

    private final PrintWriter out;

    public RotationOutput(PrintWriter out) {
        this.out = out;
    }

    public void progress(RotationReport soFar) {
        out.printf(Locale.ROOT, "%,d keys, %,d of them moved%n", soFar.total(), soFar.rewrapped());
    }

    public void end(RotationReport report) {
        out.printf(
                Locale.ROOT,
                "Moved under \"%s\": %,d. There already: %,d. Unreadable: %,d.%n",
                report.newest(),
                report.rewrapped(),
                report.alreadyCurrent(),
                report.unreadable());
        if (report.unreadable() > 0) {
            out.println("Unreadable keys need an encryption key that is not set, or are damaged; --check tells which.");
        }
    }

    public void show(KeysInUse inUse) {
        for (var use : inUse.uses()) {
            out.printf(Locale.ROOT, "%s: %,d %s%n", use.name(), use.integrations(), meaning(use.state()));
        }
        if (inUse.notSealed() > 0) {
            out.printf(Locale.ROOT, "Damaged: %,d; their users have to enter them again.%n", inUse.notSealed());
        }
        out.println(
                inUse.isSettled()
                        ? "Every key but \"" + inUse.newest() + "\" may be dropped."
                        : "New keys are encrypted under \"" + inUse.newest() + "\".");
    }

    private static String meaning(State state) {
        return switch (state) {
            case NEWEST -> "(the newest)";
            case STILL_NEEDED -> "(still needed: rotate-keys moves them)";
            case MISSING -> "(not set here: bring it back, or their users have to enter them again)";
        };
    }
}
