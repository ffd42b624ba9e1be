package dev.aiusage.application.importing;

import dev.aiusage.domain.usage.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The models of a file that have no price; so many and no more, as a broken file can have a name on every line. */
final class UnpricedNames {

    private static final int MAX = 100;

    private final Set<Label> names = new TreeSet<>();
    private boolean areMore;

    void add(Label model) {
        if (names.size() < MAX || names.contains(model)) {
            names.add(model);
        } else {
            areMore = true;
        }
    }

    List<ImportWarning> warnings() {
        var warnings = new ArrayList<ImportWarning>();
        names.forEach(name -> warnings.add(ImportWarning.unpriced(name.text())));
        if (areMore) {
            warnings.add(ImportWarning.moreUnpriced());
        }
        return warnings;
    }
}
