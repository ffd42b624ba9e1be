package dev.aiusage.application.integrations;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.domain.integration.Secret;

/** One thing that a user wants to be different about an integration. */
public sealed interface IntegrationChange {

    <R> R match(Cases<R> cases);

    /** What the audit trail calls it. */
    AuditAction action();

    /** One method for each case, so that a new case breaks every caller until it is answered. */
    interface Cases<R> {
        R newKey(Secret key);

        R newAccount(String account);

        R pause();

        R resume();
    }

    /** Another key takes the place of the stored one, and makes the integration active. */
    record NewKey(Secret key) implements IntegrationChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.newKey(key);
        }

        @Override
        public AuditAction action() {
            return AuditAction.INTEGRATION_KEY_REPLACED;
        }
    }

    /** Another person's usage, or with an empty text everybody's. What was fetched before is fetched again. */
    record NewAccount(String account) implements IntegrationChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.newAccount(account);
        }

        @Override
        public AuditAction action() {
            return AuditAction.INTEGRATION_ACCOUNT_CHANGED;
        }
    }

    /** No more is fetched until it is resumed. */
    record Pause() implements IntegrationChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pause();
        }

        @Override
        public AuditAction action() {
            return AuditAction.INTEGRATION_PAUSED;
        }
    }

    /** Fetches on, also after the vendor refused the key. */
    record Resume() implements IntegrationChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resume();
        }

        @Override
        public AuditAction action() {
            return AuditAction.INTEGRATION_RESUMED;
        }
    }
}
