package dev.aiusage.http;

import dev.aiusage.application.dashboard.DashboardWarning;
import java.util.List;

/** A warning's code and text, and what else its kind tells. */
interface WarningView {

    record Plain(String code, String detail) implements WarningView {}

    record UnpricedModel(String code, String detail, String model, long requests, String toolName)
            implements WarningView {}

    record UnreadableLines(String code, String detail, long lines, List<String> examples) implements WarningView {}

    record UnreadableFiles(String code, String detail, List<String> files) implements WarningView {}

    static WarningView of(DashboardWarning warning) {
        if (warning instanceof DashboardWarning.Unpriced unpriced) {
            var model = unpriced.unpriced();
            return new UnpricedModel(
                    warning.code(),
                    warning.detail(),
                    model.model().text(),
                    model.requests(),
                    model.tool().slug());
        }
        if (warning instanceof DashboardWarning.UnreadableLines unreadable) {
            return new UnreadableLines(warning.code(), warning.detail(), unreadable.lines(), unreadable.examples());
        }
        if (warning instanceof DashboardWarning.UnreadableFiles unreadable) {
            return new UnreadableFiles(warning.code(), warning.detail(), unreadable.files());
        }
        return new Plain(warning.code(), warning.detail());
    }
}
