package dev.aiusage.domain.telemetry;

import static dev.aiusage.domain.telemetry.SumMeasure.ALL_INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.CACHED_INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.CACHE_CREATION;
import static dev.aiusage.domain.telemetry.SumMeasure.CACHE_READ;
import static dev.aiusage.domain.telemetry.SumMeasure.COST;
import static dev.aiusage.domain.telemetry.SumMeasure.INPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.LINES_ADDED;
import static dev.aiusage.domain.telemetry.SumMeasure.OUTPUT;
import static dev.aiusage.domain.telemetry.SumMeasure.PROMPTS_AND_ACCEPTANCES;
import static dev.aiusage.domain.telemetry.SumMeasure.REJECTIONS;
import static dev.aiusage.domain.telemetry.SumMeasure.REQUESTS;
import static dev.aiusage.domain.telemetry.SumMeasure.SESSIONS;
import static dev.aiusage.domain.telemetry.SumMeasure.SESSIONS_AND_EDITS;
import static dev.aiusage.domain.telemetry.SumMeasure.measures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SumMeasureTest {

    @Test
    void nothing_is_unknown_and_not_zero() {
        assertThat(measures(Map.of())).isEqualTo(Measures.NONE);
    }

    @Test
    void what_came_from_a_cache_is_taken_from_all_input_and_read_from_the_cache() {
        assertThat(measures(Map.of(ALL_INPUT, 100L, CACHED_INPUT, 30L, INPUT, 1L, CACHE_READ, 2L, OUTPUT, 5L))
                        .tokens())
                .isEqualTo(TokenCount.ofKinds(Count.of(71), Count.of(5), Count.of(32), Count.UNKNOWN));
        assertThat(measures(Map.of(CACHED_INPUT, 30L, CACHE_CREATION, 4L)).tokens())
                .isEqualTo(TokenCount.ofKinds(Count.UNKNOWN, Count.UNKNOWN, Count.of(30), Count.of(4)));
        assertThat(measures(Map.of(ALL_INPUT, 10L, CACHED_INPUT, 30L)).tokens().input())
                .isEqualTo(Count.ZERO);
    }

    @Test
    void requests_have_the_basis_of_what_was_counted() {
        assertThat(measures(Map.of(REQUESTS, 3L)).requests()).isEqualTo(RequestCount.of(3, RequestBasis.REQUESTS));
        assertThat(measures(Map.of(PROMPTS_AND_ACCEPTANCES, 3L)).requests())
                .isEqualTo(RequestCount.of(3, RequestBasis.PROMPTS_AND_ACCEPTANCES));
        assertThat(measures(Map.of(SESSIONS_AND_EDITS, 3L, REQUESTS, 2L)).requests())
                .isEqualTo(RequestCount.of(5, RequestBasis.MIXED));
    }

    @Test
    void cost_is_the_tools_estimate_in_nano_dollars() {
        assertThat(measures(Map.of(COST, 7L)).cost()).isEqualTo(Cost.ofNanoDollars(7, CostBasis.VENDOR_ESTIMATE));
    }

    @Test
    void lines_and_decisions_are_known_of_edits_and_all_else_of_requests() {
        assertThat(LINES_ADDED.kind()).isEqualTo(UsageEvent.Kind.EDIT);
        assertThat(REJECTIONS.kind()).isEqualTo(UsageEvent.Kind.EDIT);
        assertThat(SESSIONS.kind()).isEqualTo(UsageEvent.Kind.REQUEST);
        assertThat(COST.kind()).isEqualTo(UsageEvent.Kind.REQUEST);
    }

    @Test
    void each_is_found_by_its_slug_and_each_detail_by_its_rank() {
        assertThat(Arrays.stream(SumMeasure.values()).map(measure -> SumMeasure.of(measure.slug())))
                .containsExactly(SumMeasure.values());
        assertThat(Arrays.stream(SumDetail.values()).map(detail -> SumDetail.ofRank(detail.rank())))
                .containsExactly(SumDetail.values());
        assertThat(Arrays.stream(FinerSource.values()).map(source -> FinerSource.of(source.slug())))
                .containsExactly(FinerSource.values());
        assertThatIllegalArgumentException().isThrownBy(() -> SumMeasure.of("steps"));
        assertThatIllegalArgumentException().isThrownBy(() -> SumDetail.ofRank(3));
        assertThatIllegalArgumentException().isThrownBy(() -> FinerSource.of("guess"));
    }
}
