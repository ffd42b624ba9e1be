package dev.aiusage.server.commands;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.dashboard.AskedRange;
import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.application.dashboard.ToolFilter;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.Zones;
import dev.aiusage.server.Logging;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.ThisMachine;
import dev.aiusage.server.reporting.LocalUsage;
import dev.aiusage.server.reporting.StandardOutput;
import dev.aiusage.server.settings.Settings.LogFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that shows this machine's usage. It needs no setting: it opens no database, and writes nothing. */
abstract class UsageCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DATE", description = "the first day (default: 90 days up to the last)")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", description = "the last day (default: today)")
    @Nullable
    String to;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description = "whose days: UTC, or a region like Europe/Berlin (default: this machine's)")
    @Nullable
    String timezone;

    @Option(names = "--tool", description = "only this tool, such as claude_code")
    @Nullable
    String tool;

    @Option(names = "--json", description = "as JSON, for programs")
    boolean isJson;

    @Override
    public final Integer call() {
        Logging.use(LogFormat.TEXT);
        var range = new AskedRange(date("--from", from), date("--to", to));
        try {
            var shown = new LocalUsage(ThisMachine.logPlaces(), Clock.systemUTC()).of(range, tools(), zone());
            StandardOutput.print(isJson ? json(shown) + "\n" : text(shown));
            return SettingCommand.FINE;
        } catch (RequestRejected.InvalidField invalid) {
            throw StartRefused.wrongUse("--" + invalid.field() + " " + invalid.getMessage());
        }
    }

    abstract String json(ShownDashboard shown);

    abstract String text(ShownDashboard shown);

    private static Optional<LocalDate> date(String option, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            throw StartRefused.wrongUse(option + " is no date like 2026-11-24: " + text);
        }
    }

    private ToolFilter tools() {
        if (tool == null) {
            return ToolFilter.ALL;
        }
        if (!Tool.isSlug(tool)) {
            throw StartRefused.wrongUse("--tool is no tool's name like claude_code: " + tool);
        }
        return ToolFilter.only(Tool.named(tool));
    }

    private ZoneId zone() {
        if (timezone == null) {
            return Zones.nameable(ZoneId.systemDefault());
        }
        return Zones.named(timezone)
                .orElseThrow(() -> StartRefused.wrongUse(
                        "--timezone must be UTC or the name of a region in the tz database, like Europe/Berlin: "
                                + timezone));
    }
}
