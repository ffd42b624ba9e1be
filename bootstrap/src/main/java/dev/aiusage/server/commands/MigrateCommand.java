package dev.aiusage.server.commands;

import dev.aiusage.server.Assembly;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.StorageChoice;
import picocli.CommandLine.Command;

/** Brings the database's tables up to date and ends. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the database's tables up to date and ends.")
final class MigrateCommand extends SettingCommand {

    @Override
    int run(Settings settings) {
        var out = spec.commandLine().getOut();
        if (settings.storage() instanceof StorageChoice.Memory || settings.storage() instanceof StorageChoice.Demo) {
            out.println("Nothing to migrate: usage is kept in memory.");
            return FINE;
        }
        try (var assembly = Assembly.open(settings)) {
            assembly.build(builder -> {});
            out.println("The database is up to date.");
        } catch (EmbeddedFailure.HomeInUse inUse) {
            out.println("The database is up to date: the service that runs on this home (" + inUse.service()
                    + ") migrated it when it started.");
        }
        return FINE;
    }
}
