package dev.aiusage.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.aiusage.application.integrations.TriedIntegration;

/** An integration, and what its key sees. */
record TriedIntegrationView(@JsonUnwrapped IntegrationView integration, String keyReach) {

    static TriedIntegrationView of(TriedIntegration tried) {
        return new TriedIntegrationView(IntegrationView.of(tried.shown()), tried.reach());
    }
}
