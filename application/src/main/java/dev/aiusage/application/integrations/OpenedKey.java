package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Secret;

/** What became of opening a stored key. */
public sealed interface OpenedKey {

    <R> R match(Cases<R> cases);

    /** One method for each case, so that a new case breaks every caller until it is answered. */
    interface Cases<R> {
        R opened(Secret secret);

        R unreadable(UnreadableKey why);
    }

    /** The vendor's key as it was sealed. */
    record Opened(Secret secret) implements OpenedKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.opened(secret);
        }
    }

    /** It can't be used; its user has to enter the vendor's key again, or the operator to bring back a key. */
    record Unreadable(UnreadableKey why) implements OpenedKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreadable(why);
        }
    }
}
