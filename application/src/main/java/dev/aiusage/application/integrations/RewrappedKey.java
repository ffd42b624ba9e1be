package dev.aiusage.application.integrations;

/** What became of moving a stored key under the current key-encryption key. */
public sealed interface RewrappedKey {

    <R> R match(Cases<R> cases);

    /** One method for each case, so that a new case breaks every caller until it is answered. */
    interface Cases<R> {
        R rewrapped(SealedKey key);

        R alreadyCurrent();

        R unreadable(UnreadableKey why);
    }

    /** To be stored in place of the former text. */
    record Rewrapped(SealedKey key) implements RewrappedKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rewrapped(key);
        }
    }

    /** There is nothing to do: the key stands under the current key-encryption key. */
    record AlreadyCurrent() implements RewrappedKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alreadyCurrent();
        }
    }

    /** The key-encryption key that it names is needed first, or it is lost. */
    record Unreadable(UnreadableKey why) implements RewrappedKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreadable(why);
        }
    }
}
