package dev.aiusage.application.integrations;

import dev.aiusage.domain.integration.Integration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The integration that arriving usage is kept under. Where its user removes it meanwhile, the usage goes to a new one. For one thread. */
public final class OpenIntegration {

    private final Supplier<Integration> opening;
    private Optional<Integration> opened = Optional.empty();

    /** Opened when it is first used. */
    public OpenIntegration(Supplier<Integration> opening) {
        this.opening = opening;
    }

    /** Does this work, and does it anew if the integration is gone. */
    public <T> T use(Function<Integration, T> work) {
        try {
            return work.apply(opened.orElseGet(this::open));
        } catch (IntegrationMissing removedMeanwhile) {
            return work.apply(open());
        }
    }

    private Integration open() {
        var fresh = opening.get();
        opened = Optional.of(fresh);
        return fresh;
    }
}
