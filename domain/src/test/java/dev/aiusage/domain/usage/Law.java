package dev.aiusage.domain.usage;

import java.util.Random;
import java.util.function.Consumer;

/** Tries a law on many random cases. They are the same ones each time, and a failure names the seed of its case. */
public final class Law {

    private static final int CASES = 500;

    private Law() {}

    public static void holds(Consumer<Random> law) {
        for (var seed = 0; seed < CASES; seed++) {
            try {
                law.accept(new Random(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("broken with seed " + seed, broken);
            }
        }
    }
}
