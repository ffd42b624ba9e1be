package dev.aiusage.server.reporting;

import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.domain.usage.Measures;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Usage as a table, for people. */
public final class UsageText {

    private static final List<String> FIGURES =
            List.of("Requests", "Input", "Output", "Cache read", "Cache write", "Tokens", "Cost");
    /** What would only fill the column: the vendor before the family, and the day of the release. */
    private static final Pattern REPEATED = Pattern.compile("^claude-|-\\d{8}$");

    private static final String TOTAL = "Total";

    private UsageText() {}

    /** A row for each day with usage, and their total. */
    public static String daily(ShownDashboard shown) {
        var table = new TextTable(2, heading("Date", "Models"));
        UsageSum.byDay(shown.dashboard())
                .forEach((date, sum) -> table.add(cells(sum.measures(), date.toString(), models(sum))));
        return page(shown, table, TOTAL, "");
    }

    /** A row for each of something, the most used first, and their total. */
    public static String report(ShownDashboard shown, By by) {
        var name = by.slug();
        var table = new TextTable(1, heading(Character.toUpperCase(name.charAt(0)) + name.substring(1)));
        by.rows(shown.dashboard())
                .forEach(row ->
                        table.add(cells(row.measures(), row.name().isEmpty() ? "(no " + name + ")" : row.name())));
        return page(shown, table, TOTAL);
    }

    private static String page(ShownDashboard shown, TextTable table, String... totalNames) {
        var range = shown.dashboard().range();
        var days = range.from() + " to " + range.to() + " (" + shown.dashboard().zone() + ")";
        var sum = UsageSum.of(shown.dashboard()).measures();
        if (sum.equals(Measures.NONE)) {
            return "No usage in this machine's logs from " + days + ".\n" + warnings(shown);
        }
        table.add(cells(sum, totalNames));
        return "Usage by this machine's logs from " + days + "\n\n" + table.text()
                + "\nCost is an estimate by list prices.\n" + warnings(shown);
    }

    private static String warnings(ShownDashboard shown) {
        return shown.warnings().stream()
                .map(warning -> Printed.harmless(warning.detail()) + "\n")
                .collect(Collectors.joining());
    }

    private static String models(UsageSum sum) {
        return sum.models().stream()
                .map(model -> REPEATED.matcher(model.name()).replaceAll(""))
                .collect(Collectors.joining(", "));
    }

    private static List<String> heading(String... names) {
        return Stream.concat(Stream.of(names), FIGURES.stream()).toList();
    }

    private static List<String> cells(Measures measures, String... names) {
        var tokens = measures.tokens();
        return Stream.concat(
                        Stream.of(names),
                        Stream.of(
                                Figure.of(measures.requests().count()),
                                Figure.of(tokens.input()),
                                Figure.of(tokens.output()),
                                Figure.of(tokens.cacheRead()),
                                Figure.of(tokens.cacheCreation()),
                                Figure.of(tokens.total()),
                                Figure.of(measures.cost())))
                .toList();
    }
}
