package dev.aiusage.domain.usage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which sources each group of measures came from: one for a day of a tool, perhaps several for a sum of days or of tools. */
public final class Provenance {

    /** Of what nobody knows. */
    public static final Provenance NONE = new Provenance(0);

    private static final Source[] SOURCES = Source.values();
    private static final MeasureGroup[] GROUPS = MeasureGroup.values();

    /** One for each group and source: a chart has a provenance for each of its points. */
    private final long bits;

    private Provenance(long bits) {
        this.bits = bits;
    }

    /** All that the day knows, from one source. */
    public static Provenance of(Source source, UsageDay day) {
        long bits = 0;
        for (var group : GROUPS) {
            if (day.knows(group)) {
                bits |= 1L << place(group, source);
            }
        }
        return new Provenance(bits);
    }

    /** In the order of trust; none where nobody knows this group. */
    public List<Source> sources(MeasureGroup group) {
        return Arrays.stream(SOURCES)
                .filter(source -> (bits & (1L << place(group, source))) != 0)
                .toList();
    }

    public Provenance plus(Provenance other) {
        return bits == other.bits ? this : new Provenance(bits | other.bits);
    }

    /** Of these groups alone. */
    public Provenance only(Predicate<MeasureGroup> kept) {
        var mask = 0L;
        for (var group : GROUPS) {
            if (kept.test(group)) {
                mask |= ((1L << SOURCES.length) - 1) << place(group, SOURCES[0]);
            }
        }
        return new Provenance(bits & mask);
    }

    private static int place(MeasureGroup group, Source source) {
        return Arrays.asList(GROUPS).indexOf(group) * SOURCES.length
                + Arrays.asList(SOURCES).indexOf(source);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Provenance that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }

    @Override
    public String toString() {
        return Arrays.stream(GROUPS)
                .map(group -> group.slug() + "=" + sources(group))
                .toList()
                .toString();
    }
}
