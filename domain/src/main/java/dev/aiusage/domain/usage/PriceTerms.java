package dev.aiusage.domain.usage;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the list price of a request depends on beside its model and tokens: cache writes that live an hour, web searches,
 * and modifiers. Kept with the event, so that a newer price table can price it again.
 */
public record PriceTerms(Count oneHourCacheCreation, Count webSearches, Set<Modifier> modifiers) {

    public static final PriceTerms STANDARD = new PriceTerms(Count.UNKNOWN, Count.UNKNOWN, Set.of());

    /** Each with a bit of its own, by which storages keep a set of them. */
    public enum Modifier {
        /** The vendor's faster and dearer mode. */
        FAST(1),
        /** Inference only in the United States. */
        US_ONLY(2),
        BATCH(4);

        private final int bit;

        Modifier(int bit) {
            this.bit = bit;
        }
    }

    public PriceTerms {
        modifiers = Set.copyOf(modifiers);
    }

    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    public int modifierBits() {
        return modifiers.stream().mapToInt(modifier -> modifier.bit).sum();
    }

    public static Set<Modifier> modifiersOf(int bits) {
        var modifiers = EnumSet.noneOf(Modifier.class);
        for (var modifier : Modifier.values()) {
            if ((bits & modifier.bit) != 0) {
                modifiers.add(modifier);
            }
        }
        return modifiers;
    }
}
