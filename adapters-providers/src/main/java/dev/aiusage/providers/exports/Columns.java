package dev.aiusage.providers.exports;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The names of a table's columns, whatever their case; of two equal ones the first counts. */
final class Columns {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, Integer> places = new HashMap<>();
    private final int size;
    private final char separator;

    private Columns(List<String> names, char separator) {
        for (var place = 0; place < names.size(); place++) {
            places.putIfAbsent(
                    BLANKS.matcher(names.get(place).strip()).replaceAll(" ").toLowerCase(Locale.ROOT), place);
        }
        size = names.size();
        this.separator = separator;
    }

    static Columns of(CellRow header, char separator) throws IOException {
        if (!header.isHeldWhole()) {
            throw new IOException("its first row has " + header.size() + " columns, more than any table of usage.");
        }
        return new Columns(header.cells(), separator);
    }

    boolean haveAll(List<String> names) {
        return names.stream().allMatch(places::containsKey);
    }

    OptionalInt place(String name) {
        var place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    int size() {
        return size;
    }

    /** Where no comma stands between cells (semicolons, tabs), one may begin the fraction of a number. */
    boolean separateThousandsByCommas() {
        return separator == ',';
    }
}
