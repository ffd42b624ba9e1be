package dev.aiusage.server.commands;

import dev.aiusage.application.rotation.RotateKeys;
import dev.aiusage.server.Assembly;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.rotation.RemoteRotation;
import dev.aiusage.server.rotation.RotationOutput;
import dev.aiusage.server.settings.EncryptionChoice;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.StorageChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves every stored key under the newest encryption key, or tells which encryption keys are still needed. */
@Command(
        name = "rotate-keys",
        mixinStandardHelpOptions = true,
        description =
                "Re-wraps every stored key under the newest encryption key, the first of ENCRYPTION_KEYS. May run beside"
                        + " the service, and again after it was cut off.")
final class RotateKeysCommand extends SettingCommand {

    private enum Task {
        ROTATE,
        CHECK
    }

    private Task task = Task.ROTATE;

    @Option(
            names = "--check",
            description =
                    "changes nothing and tells which encryption keys are still needed; ends with 1 if any but the newest")
    void check(boolean isWanted) {
        task = isWanted ? Task.CHECK : Task.ROTATE;
    }

    @Override
    int run(Settings settings) {
        if (settings.storage() instanceof StorageChoice.Memory || settings.storage() instanceof StorageChoice.Demo) {
            throw StartRefused.wrongUse("rotate-keys needs a database: nothing is stored in memory.");
        }
        if (settings.encryption() instanceof EncryptionChoice.Missing) {
            throw EncryptionChoice.missing();
        }
        try (var assembly = Assembly.open(settings)) {
            return run(assembly.build(builder -> {}).rotateKeys());
        } catch (EmbeddedFailure.HomeInUse inUse) {
            var address =
                    inUse.service().url().orElseThrow(() -> StartRefused.failed(String.valueOf(inUse.getMessage())));
            return run(new RemoteRotation(address));
        }
    }

    private int run(RotateKeys keys) {
        var output = new RotationOutput(spec.commandLine().getOut());
        return switch (task) {
            case ROTATE -> {
                var report = keys.rotate(output::progress);
                output.end(report);
                yield report.unreadable() == 0 ? FINE : FAILED;
            }
            case CHECK -> {
                var inUse = keys.check();
                output.show(inUse);
                yield inUse.isSettled() ? FINE : FAILED;
            }
        };
    }
}
