package dev.aiusage.server.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading, as wide as a page: figures to the right, and the names cut where there is no room for them. */
final class TextTable {

    private static final int PAGE = 100;
    private static final String GAP = "  ";
    private static final int LEAST_NAME = 10;

    private final List<String> heading;
    private final int names;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param names how many columns from the left hold names; the last of them gives way */
    TextTable(int names, List<String> heading) {
        this.heading = heading;
        this.names = names;
    }

    void add(List<String> cells) {
        rows.add(cells.stream().map(Printed::harmless).toList());
    }

    /** The last row is the total of the others. */
    String text() {
        var widths = widths();
        var rule = "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1));
        var lines = new ArrayList<String>();
        lines.add(line(heading, widths));
        lines.add(rule);
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(lines.size() - 1, rule);
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private int[] widths() {
        var widths = IntStream.range(0, heading.size()).map(this::widest).toArray();
        var tooMuch = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - PAGE;
        if (tooMuch > 0) {
            widths[names - 1] = Math.max(LEAST_NAME, widths[names - 1] - tooMuch);
        }
        return widths;
    }

    private int widest(int column) {
        return rows.stream()
                .mapToInt(row -> Printed.width(row.get(column)))
                .reduce(Printed.width(heading.get(column)), Math::max);
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cell(column, cells.get(column), widths[column]))
                .collect(Collectors.joining(GAP));
    }

    private String cell(int column, String text, int width) {
        var cut = Printed.cutTo(width, text);
        var padding = " ".repeat(width - Printed.width(cut));
        return column < names ? cut + padding : padding + cut;
    }
}
