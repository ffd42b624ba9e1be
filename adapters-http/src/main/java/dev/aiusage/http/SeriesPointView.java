package dev.aiusage.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aiusage.domain.series.SeriesPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record SeriesPointView(
        LocalDate from,
        LocalDate to,
        @Nullable Long requests,
        @Nullable String requestBasis,
        @Nullable Long tokens,
        TokensView tokenKinds,
        @Nullable BigDecimal costUsd,
        @Nullable String costBasis,
        @Nullable Long linesAdded,
        @Nullable Long linesRemoved,
        @Nullable Long suggestions,
        @Nullable Long acceptances,
        @Nullable Long rejections,
        @Nullable BigDecimal acceptanceRate,
        @Nullable Long sessions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ProvenanceView provenance) {

    static SeriesPointView of(SeriesPoint point, PointDetail detail) {
        var measures = point.measures();
        return new SeriesPointView(
                point.period().from(),
                point.period().to(),
                measures.requests().count().orNull(),
                BasisName.of(measures.requests().basis()),
                measures.tokens().total().orNull(),
                TokensView.of(measures.tokens()),
                measures.cost().dollars().orElse(null),
                BasisName.of(measures.cost().basis()),
                measures.lines().added().orNull(),
                measures.lines().removed().orNull(),
                measures.decisions().suggestions().orNull(),
                measures.decisions().acceptances().orNull(),
                measures.decisions().rejections().orNull(),
                point.acceptanceRate()
                        .map(rate -> BigDecimal.valueOf(rate.value()))
                        .orElse(null),
                measures.sessions().orNull(),
                detail == PointDetail.FIGURES ? null : ProvenanceView.of(point.provenance()));
    }
}
