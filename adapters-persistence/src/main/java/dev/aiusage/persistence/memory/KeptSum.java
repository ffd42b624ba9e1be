package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.telemetry.SumIdentity;
import dev.aiusage.domain.telemetry.SumRise;

/** One rise of a sum that an integration was told of. */
record KeptSum(IntegrationId integration, SumIdentity sum, SumRise rise) {}
