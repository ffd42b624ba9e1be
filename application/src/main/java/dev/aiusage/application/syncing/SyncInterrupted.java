package dev.aiusage.application.syncing;

/** The service is stopping. What was kept stays; another instance, or the next start, goes on. */
public final class SyncInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SyncInterrupted() {
        super("a synchronisation was interrupted", null, false, false);
    }
}
