package dev.aiusage.domain.usage;

/**
 * Tokens by kind. Reasoning counts as output, tool tokens as input; {@code unsplit} are tokens that a source gave only as
 * a total. The kinds differ in price by up to a factor of 400, so one number alone can't be priced.
 */
public record TokenCount(Count input, Count output, Count cacheRead, Count cacheCreation, Count unsplit) {

    public static final TokenCount UNKNOWN =
            new TokenCount(Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN);

    /** A rest of zero beside known kinds says nothing, and is left out. */
    public TokenCount {
        if (unsplit.equals(Count.ZERO)
                && sum(input, output, cacheRead, cacheCreation).isKnown()) {
            unsplit = Count.UNKNOWN;
        }
    }

    public static TokenCount ofKinds(Count input, Count output, Count cacheRead, Count cacheCreation) {
        return new TokenCount(input, output, cacheRead, cacheCreation, Count.UNKNOWN);
    }

    public static TokenCount ofTotal(Count total) {
        return new TokenCount(Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, Count.UNKNOWN, total);
    }

    public Count total() {
        return sum(input, output, cacheRead, cacheCreation).plus(unsplit);
    }

    public boolean isKnown() {
        return total().isKnown();
    }

    public TokenCount plus(TokenCount other) {
        return new TokenCount(
                input.plus(other.input),
                output.plus(other.output),
                cacheRead.plus(other.cacheRead),
                cacheCreation.plus(other.cacheCreation),
                unsplit.plus(other.unsplit));
    }

    /** Where the kinds of the part don't fit those of the whole, only the total of the rest is known. */
    TokenCount minus(TokenCount part) {
        var rest = new TokenCount(
                input.minus(part.input),
                output.minus(part.output),
                cacheRead.minus(part.cacheRead),
                cacheCreation.minus(part.cacheCreation),
                unsplit.minus(part.unsplit));
        var total = total().minus(part.total());
        return rest.total().equals(total) ? rest : ofTotal(total);
    }

    private static Count sum(Count input, Count output, Count cacheRead, Count cacheCreation) {
        return input.plus(output).plus(cacheRead).plus(cacheCreation);
    }
}
