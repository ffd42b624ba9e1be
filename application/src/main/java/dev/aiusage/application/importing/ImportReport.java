package dev.aiusage.application.importing;

import java.util.List;

/**
 * What became of a file.
 *
 * @param rowsRead rows in the file, without empty ones
 * @param rowsImported rows that brought something new or better; 0 for a file that was imported before
 * @param days UTC days on which the file has usage
 * @param rowsRejected rows that could not be read
 * @param errors the first 100 of these
 */
public record ImportReport(
        ImportFormat format,
        long rowsRead,
        long rowsImported,
        int days,
        long rowsRejected,
        List<RowError> errors,
        List<ImportWarning> warnings) {

    public static final int MAX_ERRORS = 100;

    public ImportReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Rows that changed nothing: known ones, ones without usage, rejected ones. */
    public long rowsSkipped() {
        return rowsRead - rowsImported;
    }
}
