package dev.aiusage.providers.exports;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.domain.integration.IntegrationMethod;
import java.util.List;

/**
 * The one table that people may write themselves for whatever tool: its template is part of the contract. The tool may also stand
 * beside the file.
 */
final class UsageTable {

    static final String DATE = "date";
    static final String TOOL = "tool";
    static final String REQUESTS = "requests";

    private static final List<String> KNOWN_BY = List.of(DATE, TOOL, REQUESTS);

    static final Table TABLE = new Table(
            new ImportFormat("usage_csv"), IntegrationMethod.CSV, 1, KNOWN_BY, List.of(DATE, REQUESTS), UsageRows::new);

    private UsageTable() {}
}
