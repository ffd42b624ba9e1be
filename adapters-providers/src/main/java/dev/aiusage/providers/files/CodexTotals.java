package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.TokenCount;

/**
 * The tokens of a session up to one of its lines, and how often it has begun to count anew: totals fall when it does. A
 * request is what they rise by, as lines are written again without any request, and then nothing rises.
 */
record CodexTotals(int beginnings, long input, long cached, long written, long output) {

    static final CodexTotals ZERO = new CodexTotals(0, 0, 0, 0, 0);

    CodexTotals after(CodexUsage totals) {
        var isNewCount = totals.input().orElse(input) < input || totals.output().orElse(output) < output;
        return isNewCount ? new CodexTotals(beginnings + 1, 0, 0, 0, 0).raisedTo(totals) : raisedTo(totals);
    }

    /** What a line does not tell, because another version wrote it, has not changed. */
    private CodexTotals raisedTo(CodexUsage totals) {
        return new CodexTotals(
                beginnings,
                totals.input().orElse(input),
                totals.cached().orElse(cached),
                totals.written().orElse(written),
                totals.output().orElse(output));
    }

    /** The totals from which one request more leads to these. */
    CodexTotals without(CodexUsage request) {
        return new CodexTotals(
                beginnings,
                less(input, request.input()),
                less(cached, request.cached()),
                less(written, request.written()),
                less(output, request.output()));
    }

    private static long less(long total, Count part) {
        return Math.max(0, total - part.orElse(0));
    }

    /** Kinds that the session has never told are unknown, and parts of the input never more than the whole. */
    TokenCount riseSince(CodexTotals before, CodexUsage told) {
        var from = beginnings == before.beginnings ? before : ZERO;
        var risenInput = input - from.input;
        var risenCached = Math.min(risenInput, Math.max(0, cached - from.cached));
        var risenWritten = Math.min(risenInput - risenCached, Math.max(0, written - from.written));
        return TokenCount.ofKinds(
                ifTold(told.input(), risenInput - risenCached - risenWritten),
                ifTold(told.output(), output - from.output),
                ifTold(told.cached(), risenCached),
                ifTold(told.written(), risenWritten));
    }

    private static Count ifTold(Count told, long rise) {
        return told.isKnown() ? Count.of(rise) : Count.UNKNOWN;
    }
}
