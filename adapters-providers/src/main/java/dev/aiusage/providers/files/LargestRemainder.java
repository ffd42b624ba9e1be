package dev.aiusage.providers.files;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole amount into whole shares that add up to it, as near as can be to the proportions asked for. */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Shares in proportion to the weights, none larger than its weight: the amount is at most their sum. What rounding down
     * leaves goes, one each, to the largest remainders, of equal ones to the first.
     */
    static long[] shares(long amount, long[] weights) {
        var sum = Arrays.stream(weights).reduce(0, Math::addExact);
        if (amount == 0) {
            return new long[weights.length];
        }
        var divided = Arrays.stream(weights)
                .mapToObj(weight -> BigInteger.valueOf(weight)
                        .multiply(BigInteger.valueOf(amount))
                        .divideAndRemainder(BigInteger.valueOf(sum)))
                .toList();
        var shares =
                divided.stream().mapToLong(parts -> parts[0].longValueExact()).toArray();
        var left = amount - Arrays.stream(shares).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> divided.get(index)[1])
                        .reversed())
                .limit(left)
                .forEach(index -> shares[index]++);
        return shares;
    }
}
