package dev.aiusage.providers.cursor;

/** What Cursor can be asked for. Which of them a key may see depends on the team's plan. */
enum Report {
    /** Its pages count members, each of whom has a row for every day that was asked for. */
    DAILY("teams/daily-usage-data", "data", 31),
    EVENTS("teams/filtered-usage-events", "usageEvents", 1);

    private final String path;
    private final String rows;
    private final int rowsOfOne;

    Report(String path, String rows, int rowsOfOne) {
        this.path = path;
        this.rows = rows;
        this.rowsOfOne = rowsOfOne;
    }

    String path() {
        return path;
    }

    /** The field of the answer that the rows stand in. */
    String rows() {
        return rows;
    }

    /** How many rows one of what its pages count may have. */
    int rowsOfOne() {
        return rowsOfOne;
    }
}
