package dev.aiusage.providers.cursor;

/** What Cursor can be asked for. Which of them a key may see depends on the team's plan. */
enum Report {
    DAILY("teams/daily-usage-data", "data"),
    EVENTS("teams/filtered-usage-events", "usageEvents");

    private final String path;
    private final String rows;

    Report(String path, String rows) {
        this.path = path;
        this.rows = rows;
    }

    String path() {
        return path;
    }

    /** The field of the answer that the rows stand in. */
    String rows() {
        return rows;
    }
}
