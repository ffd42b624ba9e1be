package dev.aiusage.server.commands;

import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.reporting.By;
import dev.aiusage.server.reporting.UsageJson;
import dev.aiusage.server.reporting.UsageText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints usage by model, or by something else. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints this machine's usage by model, project, tool or day, straight from the logs of its coding"
                + " tools: without a service, without a database.")
final class ReportCommand extends UsageCommand {

    private By by = By.MODEL;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "model",
            description = "day, model, project or tool (default: ${DEFAULT-VALUE})")
    void by(String text) {
        by = By.named(text)
                .orElseThrow(() -> StartRefused.wrongUse("--by must be day, model, project or tool: " + text));
    }

    @Override
    String json(ShownDashboard shown) {
        return UsageJson.report(shown, by);
    }

    @Override
    String text(ShownDashboard shown) {
        return UsageText.report(shown, by);
    }
}
