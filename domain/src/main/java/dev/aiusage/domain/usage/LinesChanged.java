package dev.aiusage.domain.usage;

/** Lines of code that a tool added and removed. */
public record LinesChanged(Count added, Count removed) {

    public static final LinesChanged UNKNOWN = new LinesChanged(Count.UNKNOWN, Count.UNKNOWN);

    public static LinesChanged of(long added, long removed) {
        return new LinesChanged(Count.of(added), Count.of(removed));
    }

    public boolean isKnown() {
        return added.isKnown() || removed.isKnown();
    }

    public LinesChanged plus(LinesChanged other) {
        return new LinesChanged(added.plus(other.added), removed.plus(other.removed));
    }

    LinesChanged minus(LinesChanged part) {
        return new LinesChanged(added.minus(part.added), removed.minus(part.removed));
    }
}
