package dev.aiusage.providers.files;

import dev.aiusage.domain.pricing.ModelPrice;
import dev.aiusage.domain.pricing.PriceFactors;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.pricing.TokenPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file of list prices as it is written: for models of one price, in US dollars for a million tokens. */
record PriceFile(String version, String source, String unit, BigDecimal batch, List<Row> prices) {

    /** The first day of a price and the first one after it are UTC days; without them it has always held, or still does. */
    record Row(
            List<String> models,
            @Nullable String from,
            @Nullable String until,
            @Nullable Long promptOver,
            BigDecimal input,
            BigDecimal output,
            BigDecimal fiveMinuteWrite,
            BigDecimal oneHourWrite,
            BigDecimal cacheRead,
            BigDecimal fast,
            BigDecimal us) {

        private Stream<ModelPrice> prices(BigDecimal batch) {
            var validFrom = from == null ? Instant.MIN : startOf(from);
            var validUntil = until == null ? Instant.MAX : startOf(until);
            var promptsFrom = promptOver == null ? 0 : promptOver + 1;
            var tokens = new TokenPrices(input, output, cacheRead, fiveMinuteWrite, oneHourWrite);
            var factors = new PriceFactors(fast, us, batch);
            return models.stream()
                    .map(model -> new ModelPrice(model, validFrom, validUntil, promptsFrom, tokens, factors));
        }

        private static Instant startOf(String day) {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** Named by the file's version and a hash of its bytes, so that no change goes unnoticed. */
    PriceTable table(String hash) {
        return new PriceTable(
                version + "-" + hash,
                prices.stream().flatMap(row -> row.prices(batch)).toList());
    }
}
