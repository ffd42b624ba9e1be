package dev.aiusage.domain.usage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which sources each group of measures came from: one for a day of a tool, perhaps several for a sum of days or of tools. */
public final class Provenance {

    /** Of what nobody knows. */
    public static final Provenance NONE = new Provenance(0);

    private static final Map<MeasureGroup, Long> BITS_OF_GROUP = new EnumMap<>(MeasureGroup.class);
    private static final Map<Source, Long> BITS_OF_SOURCE = new EnumMap<>(Source.class);

    static {
        var bit = 1L;
        for (var group : MeasureGroup.values()) {
            for (var source : Source.values()) {
                BITS_OF_GROUP.merge(group, bit, Long::sum);
                BITS_OF_SOURCE.merge(source, bit, Long::sum);
                bit <<= 1;
            }
        }
    }

    /** One for each group and source, as a chart has a provenance for each of its points. */
    private final long bits;

    private Provenance(long bits) {
        this.bits = bits;
    }

    /** All that the day knows, from one source. */
    public static Provenance of(Source source, UsageDay day) {
        return new Provenance(bits(BITS_OF_SOURCE, source)).only(day::knows);
    }

    /** In the order of trust; none where nobody knows this group. */
    public List<Source> sources(MeasureGroup group) {
        var ofGroup = bits & bits(BITS_OF_GROUP, group);
        return Arrays.stream(Source.values())
                .filter(source -> (ofGroup & bits(BITS_OF_SOURCE, source)) != 0)
                .toList();
    }

    public Provenance plus(Provenance other) {
        return bits == other.bits ? this : new Provenance(bits | other.bits);
    }

    /** Of these groups alone. */
    public Provenance only(Predicate<MeasureGroup> kept) {
        var left = bits;
        for (var group : BITS_OF_GROUP.entrySet()) {
            if (!kept.test(group.getKey())) {
                left &= ~group.getValue();
            }
        }
        return new Provenance(left);
    }

    private static <K> long bits(Map<K, Long> known, K key) {
        return known.getOrDefault(key, 0L);
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
        return BITS_OF_GROUP.keySet().stream()
                .map(group -> group.slug() + "=" + sources(group))
                .toList()
                .toString();
    }
}
