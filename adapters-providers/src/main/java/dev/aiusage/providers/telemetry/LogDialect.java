package dev.aiusage.providers.telemetry;

/** What a tool's events mean. */
interface LogDialect {

    /** Whether it is one of this tool's events that count something. */
    boolean speaks(Sender sender, String event);

    void read(LogEntry entry, Gathered into) throws BadPart;
}
