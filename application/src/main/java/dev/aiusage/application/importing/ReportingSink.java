package dev.aiusage.application.importing;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands a file's events on in chunks, gathers its days, and keeps the account of its rows. */
final class ReportingSink implements UsageSink {

    private final EventChunks chunks;
    private final DaysOfFile daysOfFile;
    private final ImportHints hints;
    private final List<RowError> errors = new ArrayList<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final UnpricedNames unpriced = new UnpricedNames();
    private boolean isRowCounted;
    private long rows;
    private long rowsWithUsage;
    private long rejected;

    ReportingSink(EventChunks chunks, DaysOfFile daysOfFile, ImportHints hints) {
        this.chunks = chunks;
        this.daysOfFile = daysOfFile;
        this.hints = hints;
    }

    @Override
    public ImportHints hints() {
        return hints;
    }

    @Override
    public void row() {
        rows++;
        isRowCounted = false;
    }

    @Override
    public void event(Tool tool, UsageEvent event) {
        countRow();
        chunks.add(tool, event);
        days.add(LocalDate.ofInstant(event.at(), ZoneOffset.UTC));
        var isUnpriced = chunks.arePriced()
                && event.measures().requests().count().isPositive()
                && event.labels().model().isPresent()
                && !event.measures().cost().isKnown();
        if (isUnpriced) {
            unpriced.add(event.labels().model());
        }
        if (chunks.isFull()) {
            chunks.flush();
        }
    }

    @Override
    public void addToDay(Tool tool, UsageDay part) {
        countRow();
        daysOfFile.add(tool, part);
        days.add(part.date());
    }

    @Override
    public void wholeDay(Tool tool, UsageDay day) {
        countRow();
        daysOfFile.replace(tool, day);
        days.add(day.date());
    }

    /** A row can hold several events and is still one. */
    private void countRow() {
        if (!isRowCounted) {
            isRowCounted = true;
            rowsWithUsage++;
        }
    }

    @Override
    public void rejected(long row, String reason) {
        rejected++;
        if (errors.size() < ImportReport.MAX_ERRORS) {
            errors.add(new RowError(row, reason));
        }
    }

    ImportReport report(ImportFormat format, String file) {
        var recorded = chunks.recorded();
        var changed = (long) recorded.added() + recorded.improved() + daysOfFile.changedRows();
        var brought = Math.min(rowsWithUsage, changed);
        return new ImportReport(format, rows, brought, days.size(), rejected, errors, warnings(file));
    }

    private List<ImportWarning> warnings(String file) {
        var warnings = new ArrayList<ImportWarning>();
        if (days.isEmpty()) {
            warnings.add(ImportWarning.noUsage(file));
        }
        warnings.addAll(unpriced.warnings());
        if (rejected > errors.size()) {
            warnings.add(ImportWarning.moreErrors(rejected - errors.size()));
        }
        return warnings;
    }
}
