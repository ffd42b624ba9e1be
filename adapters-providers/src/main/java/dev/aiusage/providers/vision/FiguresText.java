package dev.aiusage.providers.vision;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.aiusage.application.screenshots.PictureReading;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The text in which the model gives its figures. Nothing is taken on trust: what can't be makes the whole answer useless, since who
 * misreads one figure may have misread the others. Of texts only those that name something known mean anything.
 */
final class FiguresText {

    private static final Comparator<Optional<LocalDate>> UNDATED_FIRST =
            Comparator.comparing(date -> date.orElse(LocalDate.MIN));

    private final PlausibleTime time;

    FiguresText(Clock clock) {
        this.time = new PlausibleTime(clock.instant());
    }

    PictureReading read(String text) {
        var answer = object(text);
        Map<Optional<LocalDate>, DayFigures> days = new TreeMap<>(UNDATED_FIRST);
        answer.objects("rows").forEach(row -> add(row, days));
        if (days.isEmpty()) {
            return new PictureReading.Unreadable("shows no usage figures that can be read");
        }
        return new PictureReading.Figures(
                tool(answer),
                days.entrySet().stream()
                        .map(day -> day.getValue().on(day.getKey()))
                        .toList(),
                confidence(answer));
    }

    private void add(JsonFields row, Map<Optional<LocalDate>, DayFigures> days) {
        var metric = row.text("metric").flatMap(Metric::named);
        var value = row.decimal("value");
        if (metric.isPresent() && value.isPresent()) {
            days.computeIfAbsent(date(row), first -> new DayFigures()).add(metric.get(), value.get());
        }
    }

    private Optional<LocalDate> date(JsonFields row) {
        var text = row.text("date");
        try {
            var date = text.map(LocalDate::parse);
            if (date.isEmpty() || time.allows(date.get())) {
                return date;
            }
        } catch (DateTimeException noDate) {
            throw noUsageOn("that is none");
        }
        throw noUsageOn("on which nothing can have been used");
    }

    private static Optional<Tool> tool(JsonFields answer) {
        return answer.text("tool").filter(Tool::isSlug).map(Tool::named).filter(Tool::isKnown);
    }

    private static OptionalDouble confidence(JsonFields answer) {
        var confidence = answer.decimal("confidence");
        if (confidence.isEmpty()) {
            return OptionalDouble.empty();
        }
        var given = confidence.get();
        if (given.signum() < 0 || given.compareTo(BigDecimal.ONE) > 0) {
            throw new VendorFailure.MalformedAnswer("The vision model is sure of its figures to an impossible degree.");
        }
        return OptionalDouble.of(given.doubleValue());
    }

    private static JsonFields object(String text) {
        var objects = new ArrayList<JsonFields>();
        try {
            VendorJson.objects(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), objects::add);
        } catch (JsonProcessingException noJson) {
            throw notAsAsked();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (objects.size() != 1) {
            throw notAsAsked();
        }
        return objects.get(0);
    }

    private static VendorFailure notAsAsked() {
        return new VendorFailure.MalformedAnswer("The vision model did not answer in the form that it was asked for.");
    }

    private static VendorFailure noUsageOn(String day) {
        return new VendorFailure.MalformedAnswer(
                "The vision model read a date " + day + ". Try again, or with a sharper picture.");
    }
}
