package dev.aiusage.application.rotation;

import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.integrations.RewrappedKey;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.application.rotation.StoredKeys.Replacement;
import java.util.List;
import java.util.Optional;

/** One way through all stored keys, and the account of it. */
final class RotationPass implements RewrappedKey.Cases<Optional<SealedKey>> {

    private final KeyVault vault;
    private final long rewrappedBefore;
    private long rewrapped;
    private long alreadyCurrent;
    private long unreadable;

    /** What earlier passes moved, this one finds where it belongs. */
    RotationPass(KeyVault vault, long rewrappedBefore) {
        this.vault = vault;
        this.rewrappedBefore = rewrappedBefore;
    }

    List<Replacement> move(List<StoredKey> batch) {
        return batch.stream().flatMap(stored -> move(stored).stream()).toList();
    }

    void noteReplaced(int count) {
        rewrapped += count;
    }

    long rewrapped() {
        return rewrappedBefore + rewrapped;
    }

    RotationReport report() {
        return new RotationReport(
                vault.current(), rewrapped(), Math.max(0, alreadyCurrent - rewrappedBefore), unreadable);
    }

    private Optional<Replacement> move(StoredKey stored) {
        return vault.rewrap(stored.key(), stored.user(), stored.integration())
                .match(this)
                .map(key -> new Replacement(stored, stored.with(key)));
    }

    @Override
    public Optional<SealedKey> rewrapped(SealedKey key) {
        return Optional.of(key);
    }

    @Override
    public Optional<SealedKey> alreadyCurrent() {
        alreadyCurrent++;
        return Optional.empty();
    }

    @Override
    public Optional<SealedKey> unreadable(UnreadableKey why) {
        unreadable++;
        return Optional.empty();
    }
}
