package dev.aiusage.domain.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Builds days for tests: {@code day("2026-11-24").requests(3)}. What is not said is unknown. */
public final class UsageDays {

    private final LocalDate date;
    private Measures measures = Measures.NONE;
    private final List<Breakdown> breakdowns = new ArrayList<>();
    private Optional<AcceptanceRate> statedRate = Optional.empty();

    private UsageDays(LocalDate date) {
        this.date = date;
    }

    public static UsageDays day(String date) {
        return new UsageDays(LocalDate.parse(date));
    }

    public static UsageDays day(LocalDate date) {
        return new UsageDays(date);
    }

    public UsageDays requests(long count) {
        return requests(count, RequestBasis.REQUESTS);
    }

    public UsageDays requests(long count, RequestBasis basis) {
        return with(known -> known.withRequests(RequestCount.of(count, basis)));
    }

    public UsageDays tokens(long input, long output) {
        return with(known ->
                known.withTokens(TokenCount.ofKinds(Count.of(input), Count.of(output), Count.UNKNOWN, Count.UNKNOWN)));
    }

    public UsageDays tokens(long total) {
        return with(known -> known.withTokens(TokenCount.ofTotal(Count.of(total))));
    }

    public UsageDays lines(long added, long removed) {
        return with(known -> known.withLines(LinesChanged.of(added, removed)));
    }

    public UsageDays decided(long accepted, long rejected) {
        return with(known -> known.withDecisions(new Decisions(Count.UNKNOWN, Count.of(accepted), Count.of(rejected))));
    }

    public UsageDays suggested(long suggested, long accepted) {
        return with(
                known -> known.withDecisions(new Decisions(Count.of(suggested), Count.of(accepted), Count.UNKNOWN)));
    }

    public UsageDays sessions(long count) {
        return with(known -> known.withSessions(Count.of(count)));
    }

    public UsageDays cost(String dollars) {
        return cost(dollars, CostBasis.LIST_PRICE);
    }

    public UsageDays cost(String dollars, CostBasis basis) {
        return with(known -> known.withCost(Cost.ofDollars(new BigDecimal(dollars), basis)));
    }

    public UsageDays statedRate(double rate) {
        statedRate = Optional.of(new AcceptanceRate(rate));
        return this;
    }

    public UsageDays model(String name, UnaryOperator<UsageDays> figures) {
        return part(Dimension.MODEL, name, figures);
    }

    public UsageDays project(String name, UnaryOperator<UsageDays> figures) {
        return part(Dimension.PROJECT, name, figures);
    }

    public UsageDays language(String name, UnaryOperator<UsageDays> figures) {
        return part(Dimension.LANGUAGE, name, figures);
    }

    public UsageDays member(String name, UnaryOperator<UsageDays> figures) {
        return part(Dimension.MEMBER, name, figures);
    }

    private UsageDays part(Dimension dimension, String name, UnaryOperator<UsageDays> figures) {
        breakdowns.add(new Breakdown(dimension, Label.of(name), figures.apply(day(date)).measures));
        return this;
    }

    private UsageDays with(UnaryOperator<Measures> change) {
        measures = change.apply(measures);
        return this;
    }

    public Measures measures() {
        return measures;
    }

    public UsageDay toUsageDay() {
        return new UsageDay(date, measures, breakdowns, statedRate);
    }
}
