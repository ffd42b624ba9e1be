package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.usage.Label;
import java.util.Optional;
import java.util.regex.Pattern;

/** Models as logs call them too. */
final class ModelName {

    /** Claude Code marks a longer context window so, in telemetry alone. */
    private static final Pattern WINDOW = Pattern.compile("\\[\\d+[km]]$");

    private ModelName() {}

    static Label of(Optional<String> text) {
        return text.map(name -> Label.legible(WINDOW.matcher(name).replaceFirst("")))
                .orElse(Label.NONE);
    }
}
