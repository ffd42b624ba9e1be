package dev.aiusage.server.commands;

import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.server.reporting.UsageJson;
import dev.aiusage.server.reporting.UsageText;
import picocli.CommandLine.Command;

/** Prints usage day by day. */
@Command(
        name = "daily",
        mixinStandardHelpOptions = true,
        description =
                "Prints this machine's usage by day, straight from the logs of its coding tools: without a service,"
                        + " without a database.")
final class DailyCommand extends UsageCommand {

    @Override
    String json(ShownDashboard shown) {
        return UsageJson.daily(shown);
    }

    @Override
    String text(ShownDashboard shown) {
        return UsageText.daily(shown);
    }
}
