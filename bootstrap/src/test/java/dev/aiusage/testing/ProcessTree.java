package dev.aiusage.testing;

import dev.aiusage.server.embedded.ProcessEnd;
import java.util.LinkedHashSet;
import java.util.Set;

/** A process and all that it has started, which outlives it for some moments and may write into its home until then. */
public final class ProcessTree {

    private final Process root;
    private final Set<ProcessHandle> started = new LinkedHashSet<>();

    public ProcessTree(Process root) {
        this.root = root;
    }

    public void kill() {
        root.descendants().forEach(started::add);
        root.destroyForcibly().onExit().join();
    }

    /** All of them in one moment, as when the machine loses power. */
    public void killAll() {
        root.descendants().forEach(started::add);
        started.forEach(ProcessHandle::destroyForcibly);
        kill();
        awaitEnd();
    }

    /** Waits for what it had started when it was killed. */
    public void awaitEnd() {
        for (var process : started) {
            Patience.until("the end of process " + process.pid(), () -> ProcessEnd.isReached(process));
        }
    }
}
