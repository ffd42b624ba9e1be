package dev.aiusage.persistence.postgres;

import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.telemetry.SumRise;
import java.util.UUID;

/** One rise of a sum that an integration was told of. */
record KeptSum(UUID integration, SumIdentity sum, SumRise rise) {

    QuarterHour quarterHour() {
        return new QuarterHour(integration, rise.quarterHour());
    }
}
