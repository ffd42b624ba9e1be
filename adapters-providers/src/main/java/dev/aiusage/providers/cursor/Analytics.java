package dev.aiusage.providers.cursor;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;

/** Whether a team has the Analytics API, which only adds to what the Admin API tells. */
enum Analytics {
    OPEN,
    CLOSED;

    /** Teams without it are refused in more than one way. */
    static Analytics of(CursorApi api, DateRange days) {
        try {
            api.languages(days, "");
            return OPEN;
        } catch (VendorFailure.NotAllowed | VendorFailure.MalformedAnswer | VendorFailure.InvalidKey none) {
            return CLOSED;
        }
    }
}
