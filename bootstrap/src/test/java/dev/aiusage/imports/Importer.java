package dev.aiusage.imports;

import dev.aiusage.AiUsage;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.dashboard.DashboardQuery;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.UsageFile;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** A service in memory that files are brought to. */
final class Importer implements AutoCloseable {

    /** What became of a file. */
    record Outcome(long rowsRead, long rowsImported, long rowsRejected, List<String> errors, String refusal) {

        boolean isRefused() {
            return !refusal.isEmpty();
        }
    }

    static final long MAX_BYTES = 128L << 20;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private final AiUsage usage = AiUsage.builder().inMemory().clock(CLOCK).build();

    Outcome bring(String format, String text) {
        return bring(format, text.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome bring(String format, byte[] bytes) {
        return bring(format, () -> new ByteArrayInputStream(bytes));
    }

    Outcome bring(String format, Supplier<InputStream> bytes) {
        var file = new UsageFile() {
            @Override
            public String name() {
                return "file";
            }

            @Override
            public InputStream open() {
                return bytes.get();
            }
        };
        try {
            return outcome(usage.importUsage()
                    .importFile(new ImportRequest(UserId.LOCAL, new ImportFormat(format), file, MAX_BYTES)));
        } catch (RequestRejected refused) {
            return new Outcome(0, 0, 0, List.of(), refused.getClass().getSimpleName() + ": " + refused.getMessage());
        }
    }

    private static Outcome outcome(ImportReport report) {
        return new Outcome(
                report.rowsRead(),
                report.rowsImported(),
                report.rowsRejected(),
                report.errors().stream()
                        .map(error -> error.row() + ": " + error.message())
                        .toList(),
                "");
    }

    Measures total() {
        var query = new DashboardQuery(UserId.LOCAL, DashboardQuery.DEFAULT_DAYS, ToolFilter.ALL, ZoneOffset.UTC);
        return usage.showDashboard().show(query).dashboard().tools().stream()
                .map(tool -> tool.totals())
                .reduce(Measures.NONE, Measures::plus);
    }

    List<String> models() {
        var query = new DashboardQuery(UserId.LOCAL, DashboardQuery.DEFAULT_DAYS, ToolFilter.ALL, ZoneOffset.UTC);
        return usage.showDashboard().show(query).dashboard().tools().stream()
                .flatMap(tool -> tool.days().stream())
                .flatMap(day -> day.breakdowns(Dimension.MODEL))
                .map(model -> model.label().text())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        usage.close();
    }
}
