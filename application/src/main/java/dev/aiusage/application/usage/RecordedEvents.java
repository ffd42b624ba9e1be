package dev.aiusage.application.usage;

/** What became of a list of events: how many were new, and how many made one that was there better or whole. */
public record RecordedEvents(int added, int improved) {

    public static final RecordedEvents NOTHING = new RecordedEvents(0, 0);

    public RecordedEvents plus(RecordedEvents other) {
        return new RecordedEvents(Math.addExact(added, other.added), Math.addExact(improved, other.improved));
    }
}
