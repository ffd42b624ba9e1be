package dev.aiusage.server.commands;

import dev.aiusage.server.Service;
import dev.aiusage.server.settings.Settings;
import picocli.CommandLine.Command;

/** Runs the service until the process is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the service (what happens without a command).")
class ServeCommand extends SettingCommand {

    /** The program itself, without the name of a command. */
    @Command(
            name = "ai-usage",
            mixinStandardHelpOptions = true,
            description = "Shows how AI coding tools are really used. Without a command, runs the service.",
            footer = "%nEvery option can be given as an environment variable too: --database-url as DATABASE_URL.")
    static final class Default extends ServeCommand {}

    @Override
    final int run(Settings settings) throws InterruptedException {
        var service = Service.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
        service.awaitEnd();
        return FINE;
    }
}
