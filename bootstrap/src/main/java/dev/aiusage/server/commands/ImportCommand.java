package dev.aiusage.server.commands;

import dev.aiusage.FileReaders;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.UsageReader;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.providers.files.ListPrices;
import dev.aiusage.server.Assembly;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.importing.DirectImport;
import dev.aiusage.server.importing.FileImport;
import dev.aiusage.server.importing.ImportFailed;
import dev.aiusage.server.importing.ImportFile.Origin;
import dev.aiusage.server.importing.ImportFiles;
import dev.aiusage.server.importing.ImportSummary;
import dev.aiusage.server.importing.Progress;
import dev.aiusage.server.importing.RemoteImport;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.StorageChoice;
import dev.aiusage.server.settings.TokenAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in files and folders of usage and prints what became of them. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Takes in logs and exports of coding tools. Folders are searched. The same file again changes nothing.")
final class ImportCommand extends SettingCommand {

    @Option(names = "--format", defaultValue = "auto", description = "the files' format (default: ${DEFAULT-VALUE})")
    String format = "auto";

    @Option(
            names = "--user",
            converter = UserIdText.class,
            description = "the id of the user whose usage it is (default: the local user)")
    @Nullable
    UUID user;

    @Option(names = "--tool", description = "the tool of files that name none, such as claude_code")
    @Nullable
    String tool;

    @Option(names = "--account", description = "take only this one's rows of an export: an e-mail, a login")
    String account = "";

    @Mixin
    DeviceOption device = new DeviceOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with them")
    List<Path> paths = new ArrayList<>();

    @Override
    int run(Settings settings) throws Exception {
        if (settings.storage() instanceof StorageChoice.Memory || settings.storage() instanceof StorageChoice.Demo) {
            throw StartRefused.wrongUse("import needs a database: what is kept in memory ends with this command.");
        }
        var readers = FileReaders.all(ListPrices.load(), Clock.systemUTC());
        requireKnownFormat(readers);
        var hints = hints();
        var hasLogin = settings.access() instanceof TokenAccess;
        if (hasLogin && user == null) {
            throw StartRefused.wrongUse("Where users log in by tokens, --user must say whose usage it is.");
        }
        var files = ImportFiles.under(paths);
        try (var assembly = Assembly.open(settings)) {
            var usage = assembly.build(builder -> {});
            return importAll(
                    files,
                    new DirectImport(usage.importUsage(), user == null ? UserId.LOCAL : new UserId(user), hints));
        } catch (EmbeddedFailure.HomeInUse inUse) {
            if (hasLogin) {
                throw StartRefused.failed("A service runs on this home and takes files only from those who log in:"
                        + " stop it first, or send them to its /api/ai-usage/import with a token.");
            }
            if (user != null) {
                throw StartRefused.wrongUse(
                        "--user can't be given beside a running service: it imports for its own user.");
            }
            var address =
                    inUse.service().url().orElseThrow(() -> StartRefused.failed(String.valueOf(inUse.getMessage())));
            return importAll(
                    files, new RemoteImport(address, settings.listening().importMaxBytes(), readers, hints));
        }
    }

    private void requireKnownFormat(List<? extends UsageReader> readers) {
        var known = Stream.concat(Stream.of(ImportFormat.AUTO), readers.stream().map(UsageReader::format))
                .map(ImportFormat::slug)
                .toList();
        if (!known.contains(format)) {
            throw StartRefused.wrongUse("--format must be one of " + String.join(", ", known));
        }
    }

    private ImportHints hints() {
        var hints = ofAccount().withDevice(device.name());
        if (tool == null) {
            return hints;
        }
        if (!Tool.isSlug(tool)) {
            throw StartRefused.wrongUse("--tool is no tool's name like claude_code: " + tool);
        }
        return hints.withTool(Tool.named(tool));
    }

    private ImportHints ofAccount() {
        try {
            return ImportHints.NONE.withAccount(account);
        } catch (IllegalArgumentException unstorable) {
            throw StartRefused.wrongUse("--account must be an e-mail or a login of at most 200 characters");
        }
    }

    private int importAll(ImportFiles files, FileImport target) {
        var out = spec.commandLine().getOut();
        var progress = Progress.on(System.console(), spec.commandLine().getErr(), files.bytes());
        var summary = new ImportSummary();
        for (var file : files) {
            try {
                var report = target.importFile(file.counted(progress), new ImportFormat(format));
                summary.add(file, report);
                progress.ended(file, line(report));
            } catch (RequestRejected.UnrecognisedFormat other) {
                if (file.origin() == Origin.FOUND) {
                    summary.passOver();
                } else {
                    summary.fail(file, String.valueOf(other.getMessage()));
                }
                progress.ended(file, "in no format that is known");
            } catch (RequestRejected | ImportFailed refused) {
                var reason = String.valueOf(refused.getMessage());
                summary.fail(file, reason);
                progress.ended(file, "failed: " + reason);
            }
        }
        progress.close();
        summary.print(out);
        return summary.hasFailures() ? FAILED : FINE;
    }

    private static String line(ImportReport report) {
        return report.rowsImported() + " of " + report.rowsRead() + " rows";
    }
}
