package dev.aiusage.application.dashboard;

import dev.aiusage.domain.integration.Tool;
import java.util.Set;
import java.util.function.Predicate;

/** Which tools to show: all of them, or only some. */
public final class ToolFilter implements Predicate<Tool> {

    public static final ToolFilter ALL = new ToolFilter(Set.of());

    private final Set<Tool> only;

    private ToolFilter(Set<Tool> only) {
        this.only = only;
    }

    public static ToolFilter only(Tool tool) {
        return new ToolFilter(Set.of(tool));
    }

    /** The tools asked for by name; empty for all. */
    Set<Tool> named() {
        return only;
    }

    @Override
    public boolean test(Tool tool) {
        return only.isEmpty() || only.contains(tool);
    }
}
