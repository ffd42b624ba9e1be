package dev.aiusage.server.importing;

import dev.aiusage.application.importing.ImportReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What became of all files of an import, for people to read. */
public final class ImportSummary {

    private static final int ERRORS_SHOWN = 20;
    /** How many errors a report leaves out; we leave out more, and say so. */
    private static final String TOLD_BY_US = "more_errors";

    private final List<String> failures = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private int files;
    private int others;
    private long read;
    private long imported;
    private long rejected;

    public void add(ImportFile file, ImportReport report) {
        files++;
        read += report.rowsRead();
        imported += report.rowsImported();
        rejected += report.rowsRejected();
        report.errors().forEach(error -> errors.add(file.name() + ":" + error.row() + ": " + error.message()));
        report.warnings().stream()
                .filter(warning -> !warning.code().equals(TOLD_BY_US))
                .forEach(warning -> warnings.add(warning.detail()));
    }

    public void fail(ImportFile file, String reason) {
        failures.add(file.name() + ": " + reason);
    }

    /** A folder holds other things too; they are no failure as long as something was imported. */
    public void passOver() {
        others++;
    }

    public boolean hasFailures() {
        return !failures.isEmpty() || (files == 0 && others > 0);
    }

    public void print(PrintWriter out) {
        errors.stream().limit(ERRORS_SHOWN).forEach(out::println);
        if (rejected > ERRORS_SHOWN) {
            out.println(
                    String.format(Locale.ROOT, "… and %,d more rows that could not be read", rejected - ERRORS_SHOWN));
        }
        warnings.forEach(out::println);
        if (others > 0) {
            out.println(String.format(Locale.ROOT, "%,d other files are in no format that is known", others));
        }
        failures.forEach(failure -> out.println("not imported: " + failure));
        out.println(String.format(
                Locale.ROOT,
                "%,d files, %,d rows read: %,d imported, %,d skipped (of them %,d unreadable)",
                files,
                read,
                imported,
                read - imported,
                rejected));
        out.flush();
    }
}
