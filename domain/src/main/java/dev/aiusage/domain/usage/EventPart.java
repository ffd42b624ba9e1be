package dev.aiusage.domain.usage;

/**
 * How much of an event is known. A tool call and what became of it stand on different lines, even in different files: each
 * is half of one event, and only the whole counts.
 */
public enum EventPart {
    CALL(1),
    RESULT(2),
    WHOLE(3);

    private final int bits;

    EventPart(int bits) {
        this.bits = bits;
    }

    /** 1, 2 or, for both, 3. */
    public int bits() {
        return bits;
    }

    public static EventPart ofBits(int bits) {
        return switch (bits) {
            case 1 -> CALL;
            case 2 -> RESULT;
            case 3 -> WHOLE;
            default -> throw new IllegalArgumentException("not a part of an event: " + bits);
        };
    }

    boolean hasResult() {
        return (bits & RESULT.bits) != 0;
    }

    EventPart with(EventPart other) {
        return ofBits(bits | other.bits);
    }
}
