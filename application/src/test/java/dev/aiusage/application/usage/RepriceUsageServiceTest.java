package dev.aiusage.application.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.pricing.ModelPrice;
import dev.aiusage.domain.pricing.PriceFactors;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.pricing.TokenPrices;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepriceUsageServiceTest {

    private static final UserId ANNA = UserId.LOCAL;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeUsageEvents events = new FakeUsageEvents();
    private final RepriceUsage repriceUsage = new RepriceUsageService(integrations, events, table());

    @Test
    void events_are_priced_once_for_a_user() {
        holdAnEventBy(IntegrationMethod.LOGS);

        assertThat(repriceUsage.reprice(ANNA)).isEqualTo(1);
        assertThat(repriceUsage.reprice(ANNA)).isZero();

        assertThat(events.all())
                .extracting(event -> event.measures().cost().nanoDollars().orElse(-1))
                .containsExactly(3_000L);
    }

    @Test
    void sources_of_whole_days_have_no_events_to_price() {
        holdAnEventBy(IntegrationMethod.API);

        assertThat(repriceUsage.reprice(ANNA)).isZero();
    }

    @Test
    void what_failed_is_tried_again() {
        holdAnEventBy(IntegrationMethod.LOGS);
        events.failAfterChunks(0);
        assertThatThrownBy(() -> repriceUsage.reprice(ANNA)).isInstanceOf(StorageUnavailable.class);
        events.recover();

        assertThat(repriceUsage.reprice(ANNA)).isEqualTo(1);
    }

    @Test
    void one_that_is_removed_meanwhile_has_nothing_to_price() {
        holdAnEventBy(IntegrationMethod.LOGS);
        events.meanwhile = integration -> {
            integrations.removeAll();
            integrations.require(integration);
        };

        assertThat(repriceUsage.reprice(ANNA)).isZero();
    }

    private void holdAnEventBy(IntegrationMethod method) {
        var integration = integrations.open(ANNA, Tool.CLAUDE_CODE, method, Scope.EVERYTHING, NOON);
        var measures = Measures.NONE
                .withRequests(RequestCount.of(1, RequestBasis.REQUESTS))
                .withTokens(TokenCount.ofKinds(Count.ONE, Count.ZERO, Count.ZERO, Count.ZERO));
        events.record(
                ANNA,
                integration.id(),
                List.of(new UsageEvent(
                        EventKey.of(Tool.CLAUDE_CODE, "request", "1"),
                        EventPart.WHOLE,
                        NOON,
                        new EventLabels(Label.of("opus"), Label.NONE, Label.NONE),
                        SessionKey.NONE,
                        measures,
                        PriceTerms.STANDARD,
                        CopyRank.PLAIN)));
    }

    private static PriceTable table() {
        var price = new BigDecimal(3);
        return new PriceTable(
                "1",
                List.of(new ModelPrice(
                        "opus",
                        Instant.MIN,
                        Instant.MAX,
                        0,
                        new TokenPrices(price, price, price, price, price),
                        new PriceFactors(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE))));
    }
}
