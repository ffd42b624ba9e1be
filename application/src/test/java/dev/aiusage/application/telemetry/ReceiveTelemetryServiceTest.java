package dev.aiusage.application.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.application.usage.FakeUsageEvents;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.SumDetail;
import dev.aiusage.domain.telemetry.SumMeasure;
import dev.aiusage.domain.telemetry.SumPoint;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SeriesKey;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReceiveTelemetryServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeUsageEvents events = new FakeUsageEvents();
    private final FakeTelemetrySums sums = new FakeTelemetrySums();
    private final ReceiveTelemetry receiveTelemetry = new ReceiveTelemetryService(
            new WordDecoder(), integrations, events, sums, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void each_tool_s_usage_comes_by_a_telemetry_integration_of_its_own() throws Exception {
        receive("claude codex");

        assertThat(integrations.of(UserId.LOCAL)).allSatisfy(integration -> {
            assertThat(integration.method()).isEqualTo(IntegrationMethod.TELEMETRY);
            assertThat(integration.scope()).isEqualTo(Scope.EVERYTHING);
            assertThat(integration.lastSyncedAt()).contains(NOW);
        });
        assertThat(integrations.of(UserId.LOCAL))
                .extracting(Integration::tool)
                .containsExactlyInAnyOrder(Tool.CLAUDE_CODE, Tool.CODEX);
        assertThat(events.tokens()).isEqualTo(7);
        assertThat(sums.points).extracting(SumPoint::height).containsExactly(5L);
    }

    @Test
    void the_same_again_changes_nothing() throws Exception {
        receive("claude codex");
        receive("codex claude");

        assertThat(integrations.of(UserId.LOCAL)).hasSize(2);
        assertThat(events.all()).hasSize(1);
        assertThat(sums.points).hasSize(1);
        assertThat(sums.integrations).hasSize(2).containsOnly(sums.integrations.get(0));
    }

    @Test
    void what_tells_of_no_usage_opens_nothing() throws Exception {
        assertThat(receive("")).isEqualTo("METRICS JSON 0");
        assertThat(integrations.of(UserId.LOCAL)).isEmpty();
    }

    @Test
    void the_answer_tells_what_was_rejected_beside_what_was_kept() throws Exception {
        assertThat(receive("codex bad")).isEqualTo("METRICS JSON 1");
        assertThat(sums.points).hasSize(1);
    }

    @Test
    void numbers_that_add_up_to_too_much_are_rejected_and_the_rest_is_kept() throws Exception {
        sums.meanwhile = () -> {
            throw new ArithmeticException("overflow");
        };

        assertThat(receive("claude codex bad")).isEqualTo("METRICS JSON 2");
        assertThat(events.tokens()).isEqualTo(7);
        assertThat(sums.points).isEmpty();
    }

    @Test
    void a_storage_out_of_reach_is_told_and_the_same_again_completes_it() throws Exception {
        sums.meanwhile = () -> {
            throw new StorageUnavailable("gone", new IllegalStateException());
        };
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> receive("claude codex"));

        sums.meanwhile = () -> {};
        receive("claude codex");

        assertThat(events.tokens()).isEqualTo(7);
        assertThat(sums.points).hasSize(1);
    }

    @Test
    void usage_whose_integration_is_removed_meanwhile_goes_to_a_new_one() throws Exception {
        var removals = new ArrayDeque<>(List.of("one"));
        events.meanwhile = integration -> {
            if (removals.poll() != null) {
                integrations.removeAll();
            }
            integrations.require(integration);
        };

        receive("claude");

        assertThat(integrations.of(UserId.LOCAL)).hasSize(1);
        assertThat(events.tokens()).isEqualTo(7);
    }

    private String receive(String words) throws IOException {
        var body = new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
        var delivery = new TelemetryDelivery(UserId.LOCAL, TelemetrySignal.METRICS, TelemetryEncoding.JSON, body);
        return new String(receiveTelemetry.receive(delivery), StandardCharsets.UTF_8);
    }

    /** Knows "claude" as an event of 7 tokens, "codex" as a sum of 5, and rejects "bad". */
    private static final class WordDecoder implements TelemetryDecoder {

        @Override
        public DecodedTelemetry decode(TelemetrySignal signal, TelemetryEncoding encoding, InputStream body)
                throws IOException {
            var words = List.of(new String(body.readAllBytes(), StandardCharsets.UTF_8).split(" "));
            var tools = new HashMap<Tool, DecodedTelemetry.OfTool>();
            if (words.contains("claude")) {
                tools.put(Tool.CLAUDE_CODE, new DecodedTelemetry.OfTool(List.of(event()), List.of()));
            }
            if (words.contains("codex")) {
                tools.put(Tool.CODEX, new DecodedTelemetry.OfTool(List.of(), List.of(sum())));
            }
            var rejected = words.contains("bad") ? RejectedParts.NONE.and("is bad") : RejectedParts.NONE;
            return new DecodedTelemetry(Map.copyOf(tools), rejected);
        }

        @Override
        public byte[] reply(TelemetrySignal signal, TelemetryEncoding encoding, RejectedParts rejected) {
            return (signal + " " + encoding + " " + rejected.count()).getBytes(StandardCharsets.UTF_8);
        }

        private static UsageEvent event() {
            return new UsageEvent(
                    EventKey.ofRequest(Tool.CLAUDE_CODE, "req"),
                    EventPart.WHOLE,
                    NOW,
                    EventLabels.NONE,
                    SessionKey.NONE,
                    Measures.NONE
                            .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                            .withTokens(TokenCount.ofTotal(Count.of(7))),
                    PriceTerms.STANDARD,
                    CopyRank.PLAIN);
        }

        private static SumPoint sum() {
            return new SumPoint(
                    SeriesKey.of(Tool.CODEX, "x"),
                    NOW,
                    NOW,
                    5,
                    SumMeasure.OUTPUT,
                    SumDetail.RUNNING,
                    EventLabels.NONE,
                    SessionKey.NONE);
        }
    }
}
