package dev.aiusage.domain.usage;

/**
 * All that can be counted of some usage, in six groups. Each group comes whole from one source, or is unknown.
 */
public record Measures(
        RequestCount requests, TokenCount tokens, LinesChanged lines, Decisions decisions, Count sessions, Cost cost) {

    public static final Measures NONE = new Measures(
            RequestCount.UNKNOWN,
            TokenCount.UNKNOWN,
            LinesChanged.UNKNOWN,
            Decisions.UNKNOWN,
            Count.UNKNOWN,
            Cost.UNKNOWN);

    public Measures plus(Measures other) {
        return new Measures(
                requests.plus(other.requests),
                tokens.plus(other.tokens),
                lines.plus(other.lines),
                decisions.plus(other.decisions),
                sessions.plus(other.sessions),
                cost.plus(other.cost));
    }

    /**
     * What is left of this without a part of it, figure by figure, each with the basis of the whole. Vendors' parts now and then
     * add up to more than their whole: then 0 is left.
     */
    public Measures minus(Measures part) {
        return new Measures(
                requests.minus(part.requests),
                tokens.minus(part.tokens),
                lines.minus(part.lines),
                decisions.minus(part.decisions),
                sessions.minus(part.sessions),
                cost.minus(part.cost));
    }

    /** Whether any figure is more than 0. */
    public boolean isSomething() {
        return isActivity()
                || decisions.suggestions().isPositive()
                || decisions.rejections().isPositive()
                || sessions.isPositive()
                || cost.nanoDollars().isPositive();
    }

    /** Whether somebody worked: a request, a token, a changed line or an acceptance. Cost alone is no activity. */
    public boolean isActivity() {
        return requests.count().isPositive()
                || tokens.total().isPositive()
                || lines.added().isPositive()
                || lines.removed().isPositive()
                || decisions.acceptances().isPositive();
    }

    public Measures withRequests(RequestCount changed) {
        return new Measures(changed, tokens, lines, decisions, sessions, cost);
    }

    public Measures withTokens(TokenCount changed) {
        return new Measures(requests, changed, lines, decisions, sessions, cost);
    }

    public Measures withLines(LinesChanged changed) {
        return new Measures(requests, tokens, changed, decisions, sessions, cost);
    }

    public Measures withDecisions(Decisions changed) {
        return new Measures(requests, tokens, lines, changed, sessions, cost);
    }

    public Measures withSessions(Count changed) {
        return new Measures(requests, tokens, lines, decisions, changed, cost);
    }

    public Measures withCost(Cost changed) {
        return new Measures(requests, tokens, lines, decisions, sessions, changed);
    }
}
