package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;

/** How much is told of a point of a chart. */
enum PointDetail {
    FIGURES,
    FIGURES_AND_PROVENANCE;

    static PointDetail of(QueryParameters parameters) {
        return switch (parameters.one("provenance").orElse("false")) {
            case "true" -> FIGURES_AND_PROVENANCE;
            case "false" -> FIGURES;
            default -> throw new RequestRejected.InvalidField("provenance", "must be true or false");
        };
    }
}
