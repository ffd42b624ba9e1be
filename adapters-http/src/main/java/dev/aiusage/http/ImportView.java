package dev.aiusage.http;

import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportWarning;
import dev.aiusage.application.importing.RowError;
import java.util.List;
import java.util.function.ToLongFunction;

record ImportView(
        String format,
        long rowsRead,
        long rowsImported,
        long rowsSkipped,
        long days,
        List<ImportWarning> warnings,
        List<RowError> errors) {

    /** The sums over the files, under the first one's format. Of several, errors tell theirs. */
    static ImportView of(List<FileImports.FileReport> files) {
        return new ImportView(
                files.get(0).report().format().slug(),
                sum(files, ImportReport::rowsRead),
                sum(files, ImportReport::rowsImported),
                sum(files, ImportReport::rowsSkipped),
                sum(files, ImportReport::days),
                files.stream()
                        .flatMap(file -> file.report().warnings().stream())
                        .toList(),
                errors(files));
    }

    private static long sum(List<FileImports.FileReport> files, ToLongFunction<ImportReport> number) {
        return files.stream()
                .mapToLong(file -> number.applyAsLong(file.report()))
                .sum();
    }

    private static List<RowError> errors(List<FileImports.FileReport> files) {
        if (files.size() == 1) {
            return files.get(0).report().errors();
        }
        return files.stream()
                .flatMap(file -> file.report().errors().stream()
                        .map(error -> new RowError(error.row(), file.name() + ": " + error.message())))
                .limit(ImportReport.MAX_ERRORS)
                .toList();
    }
}
