package dev.aiusage.server.commands;

import dev.aiusage.application.syncing.SyncSummary;
import dev.aiusage.server.Assembly;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.settings.EncryptionChoice;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.StorageChoice;
import dev.aiusage.server.syncing.RemoteSync;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One pass over all integrations, for whoever has a scheduler of their own. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Fetches usage from the vendors once, and ends when that is done. A running service does so by"
                + " itself every day.")
final class SyncCommand extends SettingCommand {

    @Option(names = "--all", required = true, description = "all integrations, of all users")
    void all(boolean isWanted) {
        if (!isWanted) {
            throw StartRefused.wrongUse("--all can't be false: there is nothing else to synchronise.");
        }
    }

    @Override
    int run(Settings settings) throws Exception {
        if (settings.storage() instanceof StorageChoice.Memory || settings.storage() instanceof StorageChoice.Demo) {
            throw StartRefused.wrongUse("sync needs a database: nothing is stored in memory.");
        }
        if (settings.encryption() instanceof EncryptionChoice.Missing) {
            throw EncryptionChoice.missing();
        }
        try (var assembly = Assembly.open(settings)) {
            var usage = assembly.build(builder -> builder.vendors(settings.vendors()));
            var turns = usage.startSynchronising();
            try {
                return show(usage.syncs().everything().run(progress()));
            } finally {
                turns.close();
            }
        } catch (EmbeddedFailure.HomeInUse inUse) {
            var address =
                    inUse.service().url().orElseThrow(() -> StartRefused.failed(String.valueOf(inUse.getMessage())));
            return show(new RemoteSync(address).run(progress()));
        }
    }

    /** A line whenever the number changes, which suits a log as well as a terminal. */
    private LongConsumer progress() {
        var err = spec.commandLine().getErr();
        var last = new AtomicLong(-1);
        return due -> {
            if (last.getAndSet(due) != due) {
                err.printf(Locale.ROOT, "%,d to go%n", due);
                err.flush();
            }
        };
    }

    private int show(SyncSummary summary) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Integrations: %,d. Synchronised: %,d. Failed or to be tried again: %,d.%n",
                        summary.integrations(),
                        summary.succeeded(),
                        summary.failed());
        return summary.failed() == 0 ? FINE : FAILED;
    }
}
