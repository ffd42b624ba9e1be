package dev.aiusage.providers.trackers;

import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.providers.calls.JsonFields;
import java.time.LocalDate;

/** Dates as these programs print them: those of the machine's own zone, taken as they are. */
record Dates(PlausibleTime plausible) {

    LocalDate date(JsonFields row, String field) {
        var date = row.date(field);
        if (!plausible.allows(date)) {
            throw row.malformed(field, "outside of the times of such tools");
        }
        return date;
    }
}
