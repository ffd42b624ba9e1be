package dev.aiusage.application.syncing;

/** What a run brings is not wanted any more: another attempt, another account, or its removal came in between. */
public final class RunOvertaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunOvertaken() {
        super("a synchronisation was overtaken", null, false, false);
    }
}
