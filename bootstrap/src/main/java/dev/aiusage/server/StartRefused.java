package dev.aiusage.server;

/** The program can't start or go on, for a reason that one line tells. The status is that of the process. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private StartRefused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** Something outside of the command line has to change first. */
    public static StartRefused failed(String message) {
        return new StartRefused(1, message);
    }

    /** What was asked for can't be, as it was asked. */
    public static StartRefused wrongUse(String message) {
        return new StartRefused(2, message);
    }

    public int status() {
        return status;
    }
}
