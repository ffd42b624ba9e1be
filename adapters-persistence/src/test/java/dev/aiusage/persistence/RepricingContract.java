package dev.aiusage.persistence;

import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.pricing.ModelPrice;
import dev.aiusage.domain.pricing.PriceFactors;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.pricing.TokenPrices;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface RepricingContract extends StorageContract {

    @Test
    default void a_changed_price_table_reprices_what_was_priced_by_list_or_not_at_all() {
        var logs = storage().logs(someUser());
        record(
                logs,
                request("1").model("opus").tokens(1_000, 0).cost(1, CostBasis.LIST_PRICE),
                request("2").model("opus").tokens(2_000, 0),
                request("3").model("opus").tokens(4_000, 0).cost(5, CostBasis.VENDOR_ESTIMATE),
                request("4").model("haiku").tokens(8_000, 0).cost(7, CostBasis.LIST_PRICE));

        assertThat(reprice(logs, "1", "opus", "3")).isEqualTo(3);

        var day = storage().utcDays(logs).get(0);
        assertThat(day.measures().cost()).isEqualTo(Cost.ofNanoDollars(3_000L * 3_000 + 5, CostBasis.MIXED));
        assertThat(day.breakdowns(Dimension.MODEL))
                .extracting(Breakdown::measures)
                .extracting(measures -> measures.cost().nanoDollars().orElse(-1))
                .containsExactly(-1L, 3_000L * 3_000 + 5);
    }

    @Test
    default void the_same_table_again_changes_nothing_and_another_one_does() {
        var logs = storage().logs(someUser());
        record(logs, request("1").model("opus").tokens(1_000, 0));

        assertThat(reprice(logs, "1", "opus", "3")).isEqualTo(1);
        assertThat(reprice(logs, "1", "opus", "4")).isZero();
        assertThat(reprice(logs, "2", "opus", "4")).isEqualTo(1);
        assertThat(reprice(logs, "3", "opus", "4")).isZero();

        assertThat(storage().utcDays(logs).get(0).measures().cost())
                .isEqualTo(Cost.ofNanoDollars(4_000_000, CostBasis.LIST_PRICE));
    }

    @Test
    default void every_event_of_many_is_priced() {
        var logs = storage().logs(someUser());
        record(
                logs,
                IntStream.range(0, 5_001)
                        .mapToObj(i -> request("r" + i).model("opus").tokens(1, 0))
                        .toArray(Events[]::new));

        assertThat(reprice(logs, "1", "opus", "3")).isEqualTo(5_001);

        assertThat(storage().utcDays(logs).get(0).measures().cost())
                .isEqualTo(Cost.ofNanoDollars(5_001L * 3_000, CostBasis.LIST_PRICE));
    }

    @Test
    default void other_users_and_integrations_keep_their_prices() {
        var logs = storage().logs(someUser());
        var others = storage().logs(someUser());
        record(others, request("1").model("opus").tokens(1_000, 0));

        assertThat(reprice(logs, "1", "opus", "3")).isZero();

        assertThat(storage().utcDays(others).get(0).measures().cost()).isEqualTo(Cost.UNKNOWN);
        assertThatThrownBy(() -> storage().events().reprice(logs.user(), others.id(), table("1", "opus", "3")))
                .isInstanceOf(IntegrationMissing.class);
        assertThatThrownBy(
                        () -> storage().events().reprice(logs.user(), IntegrationId.random(), table("1", "opus", "3")))
                .isInstanceOf(IntegrationMissing.class);
    }

    private void record(Integration integration, Events... events) {
        storage()
                .events()
                .record(
                        integration.user(),
                        integration.id(),
                        List.of(events).stream().map(Events::build).toList());
    }

    private int reprice(Integration integration, String version, String model, String dollars) {
        return storage().events().reprice(integration.user(), integration.id(), table(version, model, dollars));
    }

    private static PriceTable table(String version, String model, String dollars) {
        var price = new BigDecimal(dollars);
        var factor = BigDecimal.ONE;
        return new PriceTable(
                version,
                List.of(new ModelPrice(
                        model,
                        Instant.MIN,
                        Instant.MAX,
                        0,
                        new TokenPrices(price, price, price, price, price),
                        new PriceFactors(factor, factor, factor))));
    }
}
