package dev.aiusage.persistence.memory;

import dev.aiusage.domain.usage.Label;
import java.util.Comparator;

/** The order of texts in every storage. */
final class Texts {

    static final Comparator<String> BY_CODE_POINT = Comparator.comparing(Label::of);

    private Texts() {}
}
