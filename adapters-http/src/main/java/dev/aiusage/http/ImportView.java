package dev.aiusage.http;

import dev.aiusage.application.importing.ImportReport;
import java.util.List;
import java.util.function.ToLongFunction;

record ImportView(
        String format,
        long rowsRead,
        long rowsImported,
        long rowsSkipped,
        long rowsRejected,
        long days,
        List<Warning> warnings,
        List<Row> errors) {

    /** The sums over the files, under the first one's format. Of several, errors tell theirs. */
    static ImportView of(List<FileImports.FileReport> files) {
        return new ImportView(
                files.get(0).report().format().slug(),
                sum(files, ImportReport::rowsRead),
                sum(files, ImportReport::rowsImported),
                sum(files, ImportReport::rowsSkipped),
                sum(files, ImportReport::rowsRejected),
                sum(files, ImportReport::days),
                files.stream()
                        .flatMap(file -> file.report().warnings().stream())
                        .map(warning -> new Warning(warning.code(), warning.detail()))
                        .toList(),
                errors(files));
    }

    private static long sum(List<FileImports.FileReport> files, ToLongFunction<ImportReport> number) {
        return files.stream()
                .mapToLong(file -> number.applyAsLong(file.report()))
                .sum();
    }

    private static List<Row> errors(List<FileImports.FileReport> files) {
        return files.stream()
                .flatMap(file -> file.report().errors().stream()
                        .map(error -> new Row(error.row(), prefix(file, files.size()) + error.message())))
                .limit(ImportReport.MAX_ERRORS)
                .toList();
    }

    private static String prefix(FileImports.FileReport file, int files) {
        return files == 1 ? "" : file.name() + ": ";
    }

    record Warning(String code, String detail) {}

    record Row(long row, String message) {}
}
