package dev.aiusage.providers.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A value of the demo file together with its place, so that whoever refuses it can say where it stands. */
record DemoJson(String place, JsonNode node) {

    /** Far above any real figure, and far enough below the largest number that sums of them fit. */
    private static final long MAX = 1_000_000_000_000_000L;

    private static final int QUOTED = 40;

    /** Four digits for the year: the usual format also takes years that no calendar can move. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    static DemoJson of(JsonNode root) {
        return new DemoJson("", root);
    }

    BrokenDemoData broken(String problem) {
        return new BrokenDemoData(place.isEmpty() ? "the file" : place, problem);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    DemoJson optional(String field) {
        if (!node.isObject()) {
            throw broken("must be an object");
        }
        var value = node.get(field);
        return new DemoJson(
                place.isEmpty() ? field : place + "." + field, value == null ? MissingNode.getInstance() : value);
    }

    DemoJson required(String field) {
        var value = optional(field);
        if (value.isAbsent()) {
            throw value.broken("is missing");
        }
        return value;
    }

    /** The members of a list; none where there is no list. */
    List<DemoJson> items() {
        if (isAbsent()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw broken("must be a list");
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> new DemoJson(place + "[" + index + "]", node.get(index)))
                .toList();
    }

    Count count() {
        if (isAbsent()) {
            return Count.UNKNOWN;
        }
        if (!node.isIntegralNumber()) {
            throw broken("must be a whole number, not " + quoted());
        }
        requireAtMost(BigDecimal.valueOf(MAX));
        return Count.of(node.longValue());
    }

    /** In dollars. */
    Cost cost() {
        if (isAbsent()) {
            return Cost.UNKNOWN;
        }
        if (!node.isNumber()) {
            throw broken("must be a number, not " + quoted());
        }
        requireAtMost(Cost.toDollars(MAX));
        return Cost.ofDollars(node.decimalValue(), CostBasis.VENDOR_ESTIMATE);
    }

    private void requireAtMost(BigDecimal most) {
        if (node.decimalValue().signum() < 0) {
            throw broken("must not be negative: " + quoted());
        }
        if (node.decimalValue().compareTo(most) > 0) {
            throw broken("is too large: " + quoted());
        }
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text(), DATE);
        } catch (DateTimeParseException unparsable) {
            throw broken("must be a date like 2026-11-24, not " + quoted());
        }
    }

    Tool tool() {
        var text = text();
        if (!Tool.isSlug(text)) {
            throw broken("must be a name like claude_code, not " + quoted());
        }
        return Tool.named(text);
    }

    Label label() {
        var text = text();
        if (text.isBlank()) {
            throw broken("must not be empty");
        }
        try {
            return Label.of(text);
        } catch (IllegalArgumentException unusable) {
            throw broken(String.valueOf(unusable.getMessage()));
        }
    }

    private String text() {
        if (!node.isTextual()) {
            throw broken("must be a text, not " + quoted());
        }
        return node.textValue();
    }

    private String quoted() {
        var text = node.toString();
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
