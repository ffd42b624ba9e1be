package dev.aiusage.server.pushing;

import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Fingerprint;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.UsageEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the server learns of the projects that were worked on. */
public enum ProjectNaming {
    /** Their names, as they stand in the logs. */
    NAMES,
    /** The same sign for the same name on every machine. Who guesses a name can find out whether it is right. */
    HASHED,
    NONE;

    /** Of two copies of an event the lower label stays, so this lets a name that the server has from elsewhere stand. */
    private static final char MARK = '~';

    private static final int DIGITS = 16;

    public static Optional<ProjectNaming> named(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    UsageEvent apply(UsageEvent event) {
        var labels = event.labels();
        var project = shown(labels.project());
        return event.withLabels(new EventLabels(labels.model(), project, labels.language()));
    }

    private Label shown(Label project) {
        return switch (this) {
            case NAMES -> project;
            case HASHED -> project.isPresent() ? hashed(project) : project;
            case NONE -> Label.NONE;
        };
    }

    private static Label hashed(Label project) {
        var hash = Fingerprint.of("project", project.text()).toString().replace("-", "");
        return new Label(MARK + hash.substring(0, DIGITS));
    }
}
