package dev.aiusage.application.rotation;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.audit.AuditTrail;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.rotation.KeysInUse.State;
import dev.aiusage.application.rotation.KeysInUse.Use;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Goes through all stored keys, batch by batch, in their order. */
public final class RotateKeysService implements RotateKeys {

    /** Small enough that a batch holds its rows for a few milliseconds only. */
    private static final int BATCH = 500;

    /** Who stores keys faster than this can follow is told by the check afterwards. */
    private static final int PASSES = 5;

    private final StoredKeys keys;
    private final KeyVault vault;
    private final AuditTrail audit;
    private final Clock clock;

    public RotateKeysService(StoredKeys keys, KeyVault vault, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public RotationReport rotate(Consumer<RotationReport> progress) {
        vault.refresh();
        var pass = new RotationPass(vault, 0);
        for (var passes = 1; goThrough(pass, progress) && passes < PASSES; passes++) {
            pass = new RotationPass(vault, pass.rewrapped());
        }
        var report = pass.report();
        var newest = report.newest().text();
        audit.note(AuditEntry.byOperator(AuditAction.KEYS_ROTATED, newest, clock.instant()));
        return report;
    }

    /** Whether a key was changed by others meanwhile, so that another pass has to look at it. */
    private boolean goThrough(RotationPass pass, Consumer<RotationReport> progress) {
        var isMissing = false;
        for (var batch = first(); !batch.isEmpty(); batch = after(batch)) {
            var replacements = pass.move(batch);
            var replaced = replacements.isEmpty() ? 0 : keys.replace(replacements);
            isMissing |= replaced < replacements.size();
            pass.noteReplaced(replaced);
            progress.accept(pass.report());
        }
        return isMissing;
    }

    @Override
    public KeysInUse check() {
        vault.refresh();
        var counts = new TreeMap<KeyName, Long>(Comparator.comparing(KeyName::text));
        var notSealed = 0L;
        for (var batch = first(); !batch.isEmpty(); batch = after(batch)) {
            for (var stored : batch) {
                var name = vault.nameOf(stored.key());
                name.ifPresent(known -> counts.merge(known, 1L, Long::sum));
                notSealed += name.isPresent() ? 0 : 1;
            }
        }
        var uses = counts.entrySet().stream()
                .map(count -> new Use(count.getKey(), count.getValue(), state(count.getKey())))
                .toList();
        return new KeysInUse(vault.current(), uses, notSealed);
    }

    private State state(KeyName name) {
        if (name.equals(vault.current())) {
            return State.NEWEST;
        }
        return vault.knows(name) ? State.STILL_NEEDED : State.MISSING;
    }

    private List<StoredKey> first() {
        return keys.next(Optional.empty(), BATCH);
    }

    private List<StoredKey> after(List<StoredKey> batch) {
        return keys.next(Optional.of(batch.get(batch.size() - 1)), BATCH);
    }
}
