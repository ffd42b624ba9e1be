package dev.aiusage.providers.trackers;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.providers.files.ListPrices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the readers of this package hand on, by tool and day. */
final class TrackerSink implements UsageSink {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final List<UsageReader> READERS =
            List.of(new CodeburnReader(ListPrices.load(), CLOCK), new TokscaleReader(CLOCK), new CcusageReader(CLOCK));

    final Map<Tool, Map<LocalDate, Measures>> days = new TreeMap<>();
    final Map<String, Measures> models = new TreeMap<>();
    final Map<String, Measures> projects = new TreeMap<>();
    final Map<EventKey, UsageEvent> events = new HashMap<>();
    final Map<Long, String> rejections = new TreeMap<>();
    private final ImportHints hints;
    long rows;

    TrackerSink(ImportHints hints) {
        this.hints = hints;
    }

    static TrackerSink readFixture(String name, ImportHints hints) {
        return new TrackerSink(hints).and(fixture(name));
    }

    static TrackerSink readFixture(String name) {
        return readFixture(name, ImportHints.NONE);
    }

    static TrackerSink readText(String text) {
        return new TrackerSink(ImportHints.NONE).and(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] fixture(String name) {
        try (InputStream file = TrackerSink.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError("no fixture " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<UsageReader> readersOf(byte[] file) {
        return READERS.stream().filter(reader -> reader.recognises(file)).toList();
    }

    /** By the one reader that recognises it. */
    TrackerSink and(byte[] file) {
        var readers = readersOf(file);
        if (readers.size() != 1) {
            throw new AssertionError("recognised by " + readers.size());
        }
        try {
            readers.get(0).read(new ByteArrayInputStream(file), ReadPosition.START, EndOfFile.FINAL, this);
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Measures of(Tool tool) {
        return days.getOrDefault(tool, Map.of()).values().stream().reduce(Measures.NONE, Measures::plus);
    }

    Measures model(String name) {
        return models.getOrDefault(name, Measures.NONE);
    }

    Measures project(String name) {
        return projects.getOrDefault(name, Measures.NONE);
    }

    /** Of all tools. */
    Measures on(String date) {
        return days.values().stream()
                .map(ofTool -> ofTool.getOrDefault(LocalDate.parse(date), Measures.NONE))
                .reduce(Measures.NONE, Measures::plus);
    }

    @Override
    public ImportHints hints() {
        return hints;
    }

    @Override
    public void row() {
        rows++;
    }

    @Override
    public void event(Tool tool, UsageEvent event) {
        events.merge(event.key(), event, UsageEvent::mergedWith);
        addToDay(tool, UsageDay.of(LocalDate.ofInstant(event.at(), ZoneOffset.UTC), event.measures()));
    }

    @Override
    public void addToDay(Tool tool, UsageDay part) {
        days.computeIfAbsent(tool, first -> new TreeMap<>()).merge(part.date(), part.measures(), Measures::plus);
        part.breakdowns(Dimension.MODEL).forEach(model -> add(models, model));
        part.breakdowns(Dimension.PROJECT).forEach(project -> add(projects, project));
    }

    @Override
    public void wholeDay(Tool tool, UsageDay day) {
        days.computeIfAbsent(tool, first -> new TreeMap<>()).put(day.date(), day.measures());
    }

    @Override
    public void rejected(long row, String reason) {
        rejections.put(row, reason);
    }

    private static void add(Map<String, Measures> sums, Breakdown part) {
        sums.merge(part.label().text(), part.measures(), Measures::plus);
    }
}
