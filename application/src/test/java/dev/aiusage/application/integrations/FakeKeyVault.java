package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps secrets itself and hands out {@code <key name>/<number>}; a key opens for its own user and integration only. */
public final class FakeKeyVault implements KeyVault {

    private record Kept(Secret secret, UserId user, IntegrationId integration) {}

    private final Map<String, Kept> kept = new HashMap<>();
    private List<KeyName> names = List.of(new KeyName("one"));

    /** The first one seals, all open. */
    public void use(String... newNames) {
        names = List.of(newNames).stream().map(KeyName::new).toList();
    }

    @Override
    public SealedKey seal(Secret secret, UserId user, IntegrationId integration) {
        var number = String.valueOf(kept.size());
        kept.put(number, new Kept(secret, user, integration));
        return new SealedKey(current() + "/" + number);
    }

    @Override
    public OpenedKey open(SealedKey key, UserId user, IntegrationId integration) {
        return fault(key, user, integration)
                .<OpenedKey>map(OpenedKey.Unreadable::new)
                .orElseGet(() -> new OpenedKey.Opened(kept(key).orElseThrow().secret()));
    }

    @Override
    public RewrappedKey rewrap(SealedKey key, UserId user, IntegrationId integration) {
        var fault = fault(key, user, integration);
        if (fault.isPresent()) {
            return new RewrappedKey.Unreadable(fault.get());
        }
        return isCurrent(key)
                ? new RewrappedKey.AlreadyCurrent()
                : new RewrappedKey.Rewrapped(
                        new SealedKey(current() + "/" + key.text().split("/", 2)[1]));
    }

    @Override
    public Optional<KeyName> nameOf(SealedKey key) {
        return kept(key).map(known -> new KeyName(key.text().split("/", 2)[0]));
    }

    @Override
    public KeyName current() {
        return names.get(0);
    }

    @Override
    public boolean knows(KeyName name) {
        return names.contains(name);
    }

    @Override
    public void refresh() {}

    private Optional<UnreadableKey> fault(SealedKey key, UserId user, IntegrationId integration) {
        var name = nameOf(key);
        if (name.isEmpty()) {
            return Optional.of(UnreadableKey.NOT_SEALED);
        }
        if (!knows(name.get())) {
            return Optional.of(UnreadableKey.UNKNOWN_KEY);
        }
        var owner = kept(key).orElseThrow();
        var isTheirs = owner.user().equals(user) && owner.integration().equals(integration);
        return isTheirs ? Optional.empty() : Optional.of(UnreadableKey.DAMAGED);
    }

    private Optional<Kept> kept(SealedKey key) {
        var parts = key.text().split("/", 2);
        return parts.length < 2 ? Optional.empty() : Optional.ofNullable(kept.get(parts[1]));
    }
}
