package dev.aiusage.application.rotation;

import dev.aiusage.application.integrations.KeyName;
import java.util.List;

/**
 * How many stored keys need which key-encryption key.
 *
 * @param newest the one that new keys are sealed under
 * @param uses one for each key that is needed, by name
 * @param notSealed stored texts that no vault has made
 */
public record KeysInUse(KeyName newest, List<Use> uses, long notSealed) {

    public KeysInUse {
        uses = List.copyOf(uses);
    }

    /** Whether all keys but the newest may be dropped. */
    public boolean isSettled() {
        return notSealed == 0 && uses.stream().allMatch(use -> use.state() == State.NEWEST);
    }

    /** What holds for a key-encryption key. */
    public enum State {
        NEWEST("newest"),
        /** Rotating moves away from it; until then it must stay. */
        STILL_NEEDED("still_needed"),
        /** What stands under it can't be read here. */
        MISSING("missing");

        private final String slug;

        State(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }

    /** How many stored keys stand under this one. */
    public record Use(KeyName name, long integrations, State state) {}
}
