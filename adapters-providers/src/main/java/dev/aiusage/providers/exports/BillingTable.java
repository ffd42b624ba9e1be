package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.time.PlausibleTime;
import java.time.Clock;

/** GitHub's usage report for billing: a row for each day, user, product and model. */
final class BillingTable implements Table {

    static final String DATE = "date";
    static final String USERNAME = "username";
    static final String PRODUCT = "product";
    static final String SKU = "sku";
    static final String MODEL = "model";
    static final String QUANTITY = "quantity";
    static final String UNIT_TYPE = "unit_type";
    static final String NET_AMOUNT = "net_amount";
    static final String REPOSITORY = "repository";

    private static final ImportFormat FORMAT = new ImportFormat("github_billing_csv");
    private static final int VERSION = 1;

    private final Clock clock;

    BillingTable(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ImportFormat format() {
        return FORMAT;
    }

    @Override
    public IntegrationMethod method() {
        return IntegrationMethod.CSV;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean isKnownBy(Columns columns) {
        return columns.have(DATE, PRODUCT, SKU, QUANTITY, UNIT_TYPE, NET_AMOUNT);
    }

    @Override
    public String needs() {
        return "date, product, sku, quantity, unit_type and net_amount";
    }

    @Override
    public Rows open(UsageSink sink) {
        return new BillingRows(sink, new PlausibleTime(clock.instant()));
    }
}
