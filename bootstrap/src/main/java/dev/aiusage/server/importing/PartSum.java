package dev.aiusage.server.importing;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportWarning;
import dev.aiusage.application.importing.RowError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reports on the parts of one file, added up to what its report would be in one piece. */
final class PartSum {

    /** What a part says of itself and does not hold for the whole. */
    private static final Set<String> OF_PARTS_ONLY = Set.of("no_usage", "more_errors");

    private final String file;
    private final ImportFormat format;
    private final List<RowError> errors = new ArrayList<>();
    private final Set<ImportWarning> warnings = new LinkedHashSet<>();
    private long read;
    private long imported;
    private long rejected;
    private int days;

    PartSum(String file, ImportReport first) {
        this.file = file;
        this.format = first.format();
        add(first);
    }

    ImportFormat format() {
        return format;
    }

    void add(ImportReport part) {
        read += part.rowsRead();
        imported += part.rowsImported();
        rejected += part.rowsRejected();
        // Parts share days: the most of any part is the least that the whole can have.
        days = Math.max(days, part.days());
        part.errors().stream().limit(ImportReport.MAX_ERRORS - errors.size()).forEach(errors::add);
        part.warnings().stream()
                .filter(warning -> !OF_PARTS_ONLY.contains(warning.code()))
                .forEach(warnings::add);
    }

    ImportReport report() {
        var ofTheWhole = new ArrayList<ImportWarning>();
        if (days == 0) {
            ofTheWhole.add(ImportWarning.noUsage(file));
        }
        ofTheWhole.addAll(warnings);
        return new ImportReport(format, read, imported, days, rejected, errors, ofTheWhole);
    }
}
