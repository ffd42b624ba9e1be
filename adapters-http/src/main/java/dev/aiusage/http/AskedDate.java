package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A date as clients write it. */
final class AskedDate {

    private AskedDate() {}

    static LocalDate of(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new RequestRejected.Malformed(field, "must be a date like 2026-11-24");
        }
    }
}
