package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.EndOfFile;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what readers hand on: events as a storage keeps them, days as the rows tell of them. */
final class FileSink implements UsageSink {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    final Map<EventKey, UsageEvent> events = new HashMap<>();
    final List<UsageDay> days = new ArrayList<>();
    final List<Tool> tools = new ArrayList<>();
    final Map<Long, String> rejections = new TreeMap<>();
    final ImportHints hints;
    long rows;

    FileSink(ImportHints hints) {
        this.hints = hints;
    }

    static FileSink read(String file) throws IOException {
        return new FileSink(ImportHints.NONE).and(file);
    }

    FileSink and(String file) throws IOException {
        return and(file.getBytes(StandardCharsets.UTF_8));
    }

    FileSink and(byte[] file) throws IOException {
        return and(readerOf(file), new ByteArrayInputStream(file));
    }

    FileSink and(UsageReader reader, InputStream file) throws IOException {
        reader.read(file, ReadPosition.START, EndOfFile.FINAL, this);
        return this;
    }

    /** The one reader that recognises it. */
    static UsageReader readerOf(byte[] file) {
        var readers = TableReader.all(CLOCK).stream()
                .filter(reader -> reader.recognises(file))
                .toList();
        if (readers.size() != 1) {
            throw new AssertionError("recognised by " + readers.size());
        }
        return readers.get(0);
    }

    static UsageReader reader(String format) {
        return TableReader.all(CLOCK).stream()
                .filter(reader -> reader.format().slug().equals(format))
                .findFirst()
                .orElseThrow();
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
        tools.add(tool);
        events.merge(event.key(), event, UsageEvent::mergedWith);
    }

    @Override
    public void addToDay(Tool tool, UsageDay part) {
        tools.add(tool);
        days.add(part);
    }

    @Override
    public void rejected(long row, String reason) {
        rejections.put(row, reason);
    }

    Measures total() {
        var sum = Measures.NONE;
        for (var event : events.values()) {
            sum = sum.plus(event.measures());
        }
        for (var day : days) {
            sum = sum.plus(day.measures());
        }
        return sum;
    }

    Measures part(Dimension dimension, String label) {
        return days.stream()
                .flatMap(day -> day.breakdowns(dimension))
                .filter(part -> part.label().equals(Label.of(label)))
                .map(part -> part.measures())
                .reduce(Measures.NONE, Measures::plus);
    }
}
