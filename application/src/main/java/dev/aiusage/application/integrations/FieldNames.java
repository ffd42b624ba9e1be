package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Secret;

/** What callers call a change. */
final class FieldNames implements IntegrationChange.Cases<String> {

    static String of(IntegrationChange change) {
        return change.match(new FieldNames());
    }

    @Override
    public String newKey(Secret key) {
        return "api_key";
    }

    @Override
    public String newAccount(String account) {
        return "account";
    }

    @Override
    public String pause() {
        return "is_active";
    }

    @Override
    public String resume() {
        return "is_active";
    }
}
