package dev.aiusage.domain.usage;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of things, at least 0, or unknown. Unknown is not zero: a sum passes over it, and a sum of nothing but
 * unknowns is unknown.
 */
public final class Count {

    public static final Count UNKNOWN = new Count(-1);
    public static final Count ZERO = new Count(0);
    public static final Count ONE = new Count(1);

    private final long value;

    private Count(long value) {
        this.value = value;
    }

    /** Refuses negative numbers by an {@link IllegalArgumentException}. */
    public static Count of(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a count can't be negative: " + value);
        }
        return value == 0 ? ZERO : value == 1 ? ONE : new Count(value);
    }

    public static Count ofNullable(@Nullable Long value) {
        return value == null ? UNKNOWN : of(value);
    }

    public boolean isKnown() {
        return value >= 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public long orElse(long other) {
        return isKnown() ? value : other;
    }

    public OptionalLong toOptional() {
        return isKnown() ? OptionalLong.of(value) : OptionalLong.empty();
    }

    public @Nullable Long orNull() {
        return isKnown() ? value : null;
    }

    /** The sum of what is known of both. Too large a sum is an {@link ArithmeticException}, never a wrong number. */
    public Count plus(Count other) {
        if (!isKnown()) {
            return other;
        }
        return other.isKnown() ? of(Math.addExact(value, other.value)) : this;
    }

    /** What is left of this without a part of it; 0 where the part is larger, all where the part is unknown. */
    public Count minus(Count part) {
        return isKnown() && part.isKnown() ? of(Math.max(0, value - part.value)) : this;
    }

    /** This, or the other where this is unknown. */
    public Count or(Count other) {
        return isKnown() ? this : other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Count that && value == that.value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return isKnown() ? Long.toString(value) : "–";
    }
}
