package dev.aiusage.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.InvalidField;
import dev.aiusage.application.entering.EnterUsage;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list {@code metrics} of a body, each element what somebody tells of one day of one tool. */
final class MetricRows {

    /** Some thousand rows with all their fields. */
    static final int MAX_BYTES = 2 << 20;

    static final String FIELD = "metrics";

    /** Whether a row may leave its requests unknown, as a picture can that does not show them. */
    enum Requests {
        REQUIRED,
        OPTIONAL
    }

    private MetricRows() {}

    /** Throws for all that is wrong with any of the rows. */
    static List<EnteredDay> of(JsonBody body, Requests requests) {
        var elements = body.list(FIELD);
        if (elements.size() > EnterUsage.MAX_DAYS) {
            throw new InvalidField(FIELD, "can hold " + EnterUsage.MAX_DAYS + " rows at most, not " + elements.size());
        }
        var faults = new ArrayList<InvalidField>();
        var days = new ArrayList<EnteredDay>();
        for (var index = 0; index < elements.size(); index++) {
            read(FIELD + "[" + index + "]", elements.get(index), requests, faults)
                    .ifPresent(days::add);
        }
        if (!faults.isEmpty()) {
            throw new RequestRejected.InvalidFields(faults);
        }
        return days;
    }

    private static Optional<EnteredDay> read(
            String place, JsonNode element, Requests requests, List<InvalidField> faults) {
        if (!element.isObject()) {
            faults.add(new InvalidField(place, "must be an object"));
            return Optional.empty();
        }
        var row = new JsonRow(place + ".", element, faults);
        var before = faults.size();
        var tool = tool(row);
        var date = date(row);
        var figures = MetricFigures.of(row);
        if (requests == Requests.REQUIRED && row.isMissing(MetricFigures.REQUEST_COUNT)) {
            row.fault(MetricFigures.REQUEST_COUNT, "is missing");
        }
        if (requests == Requests.OPTIONAL && figures.areNone() && faults.size() == before) {
            row.fault(MetricFigures.REQUEST_COUNT, "is missing, and so is every other figure");
        }
        if (faults.size() > before || tool.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        var day = UsageDay.of(date.get(), figures.measures()).withStatedRate(figures.statedRate());
        return Optional.of(new EnteredDay(tool.get(), day));
    }

    private static Optional<Tool> tool(JsonRow row) {
        var provider = required(row, "provider").map(String::strip);
        if (provider.isPresent() && !Tool.isSlug(provider.get())) {
            row.fault("provider", "must be a tool such as claude_code");
            return Optional.empty();
        }
        return provider.map(Tool::named);
    }

    private static Optional<LocalDate> date(JsonRow row) {
        try {
            return required(row, "metric_date").map(LocalDate::parse);
        } catch (DateTimeException noDate) {
            row.fault("metric_date", "must be a date like 2026-11-24");
            return Optional.empty();
        }
    }

    private static Optional<String> required(JsonRow row, String field) {
        if (row.isMissing(field)) {
            row.fault(field, "is missing");
        }
        return row.text(field);
    }
}
