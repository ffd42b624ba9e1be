package dev.aiusage.providers.files;

/** A file of demo data that can't be shown: where in it, and what is wrong there. */
public final class BrokenDemoData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;

    BrokenDemoData(String place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** Like {@code tools[1].last_90_days.daily_breakdown[3].requests}; the file's name where it can't be read as a whole. */
    public String place() {
        return place;
    }

    public String problem() {
        return problem;
    }
}
