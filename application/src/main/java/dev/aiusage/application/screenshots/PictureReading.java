package dev.aiusage.application.screenshots;

import dev.aiusage.domain.integration.Tool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What came of looking at a picture. */
public sealed interface PictureReading {

    <R> R match(Cases<R> cases);

    /** One method for each case, so that a new case breaks every caller until it is answered. */
    interface Cases<R> {
        R figures(Figures figures);

        R unreadable(Unreadable unreadable);
    }

    /**
     * Figures, each checked to be one that can be.
     *
     * @param tool the one that the picture is of, if it is one that is known
     * @param days at least one, each date once; one of them may be without a date
     * @param confidence how sure the reader is, 0 to 1, if it says so
     */
    record Figures(Optional<Tool> tool, List<ReadDay> days, OptionalDouble confidence) implements PictureReading {
        public Figures {
            days = List.copyOf(days);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.figures(this);
        }
    }

    /** Nothing that could be used. {@code reason} goes on a sentence whose subject is the picture: "shows no figures". */
    record Unreadable(String reason) implements PictureReading {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreadable(this);
        }
    }
}
