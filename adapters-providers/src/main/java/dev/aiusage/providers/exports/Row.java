package dev.aiusage.providers.exports;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A row of a table whose columns are known. An empty cell, or a column that is not there, is unknown. */
final class Row {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,30})?");
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]{1,30})?");
    private static final int MAX_DIGITS = 18;

    private final Columns columns;
    private final CellRow cells;

    private Row(Columns columns, CellRow cells) {
        this.columns = columns;
        this.cells = cells;
    }

    static Row of(Columns columns, CellRow cells) throws BadCell {
        if (cells.size() != columns.size()) {
            throw new BadCell("has " + cells.size() + " cells where the first row has " + columns.size());
        }
        if (!cells.isHeldWhole()) {
            throw new BadCell("is longer than " + CellRows.MAX_ROW + " characters");
        }
        return new Row(columns, cells);
    }

    /** Empty where there is nothing. */
    String text(String column) {
        var place = columns.place(column);
        return place.isPresent() ? cells.cells().get(place.getAsInt()).strip() : "";
    }

    Label label(String column) {
        return Label.legible(text(column));
    }

    LocalDate date(String column) throws BadCell {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeException unreadable) {
            throw new BadCell(column + " is no date like 2026-11-24");
        }
    }

    Count count(String column, long max) throws BadCell {
        var text = text(column);
        if (text.isEmpty()) {
            return Count.UNKNOWN;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new BadCell(column + " is no whole number");
        }
        if (text.startsWith("-")) {
            throw new BadCell(column + " is negative");
        }
        var number = text.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
        if (number > max) {
            throw new BadCell(column + " is more than " + max);
        }
        return Count.of(number);
    }

    /** An amount of at least 0, with or without a dollar sign and commas between thousands. */
    Optional<BigDecimal> decimal(String column, BigDecimal max) throws BadCell {
        var text = text(column).replaceFirst("^(-?)\\$\\s*", "$1");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var hasThousands =
                columns.separateThousandsByCommas() && THOUSANDS.matcher(text).matches();
        var plain = hasThousands ? text.replace(",", "") : text;
        if (!DECIMAL.matcher(plain).matches()) {
            throw new BadCell(column + " is no number");
        }
        var amount = new BigDecimal(plain);
        if (amount.signum() < 0) {
            throw new BadCell(column + " is negative");
        }
        if (amount.compareTo(max) > 0) {
            throw new BadCell(column + " is more than " + max.toPlainString());
        }
        return Optional.of(amount);
    }
}
