package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.domain.integration.IntegrationMethod;
import java.util.List;

/** GitHub's usage report for billing: a row for each day, user, product and model. */
final class BillingTable {

    static final String DATE = "date";
    static final String USERNAME = "username";
    static final String PRODUCT = "product";
    static final String SKU = "sku";
    static final String MODEL = "model";
    static final String QUANTITY = "quantity";
    static final String UNIT_TYPE = "unit_type";
    static final String NET_AMOUNT = "net_amount";
    static final String REPOSITORY = "repository";

    private static final List<String> KNOWN_BY = List.of(DATE, PRODUCT, SKU, QUANTITY, UNIT_TYPE, NET_AMOUNT);

    static final Table TABLE = new Table(
            new ImportFormat("github_billing_csv"), IntegrationMethod.CSV, 1, KNOWN_BY, KNOWN_BY, BillingRows::new);

    private BillingTable() {}
}
