package dev.aiusage.providers.trackers;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.JsonFile;
import java.util.ArrayList;
import java.util.List;

/** An export as it is read: its records or, where it turns out at its end to have none, its days, which are held until then. */
final class CodeburnContent implements JsonFile.Content {

    private static final List<String> CURRENCY = List.of("currency");
    private static final List<String> DAYS = List.of("periods", "daily");
    private static final List<String> RECORDS = List.of("records");

    /** Some hundred years of days. */
    private static final int MOST_DAYS = 50_000;

    private final CodeburnDays days;
    private final CodeburnRecords records;
    private final List<JsonFields> heldDays = new ArrayList<>();
    private Currency currency = Currency.NOT_TOLD;
    private boolean hasRecords;

    CodeburnContent(CodeburnDays days, CodeburnRecords records) {
        this.days = days;
        this.records = records;
    }

    @Override
    public boolean want(List<String> names) {
        return names.equals(CURRENCY) || names.equals(DAYS) || names.equals(RECORDS);
    }

    @Override
    public void take(List<String> names, JsonFields object, JsonFile.Rows rows) {
        if (names.equals(CURRENCY)) {
            currency = Currency.of(object);
        } else if (names.equals(DAYS)) {
            hold(object);
        } else {
            hasRecords = true;
            rows.row(() -> records.take(object, currency));
        }
    }

    @Override
    public void end(JsonFile.Rows rows) {
        if (!hasRecords) {
            heldDays.forEach(day -> rows.row(() -> days.take(day, currency)));
        }
    }

    private void hold(JsonFields day) {
        if (heldDays.size() >= MOST_DAYS) {
            throw new VendorFailure.AnswerTooLarge("more days than there are");
        }
        heldDays.add(day);
    }
}
