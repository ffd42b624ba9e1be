package dev.aiusage.server.commands;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.db.MigrationFailed;
import dev.aiusage.http.ServerNotStarted;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.Version;
import dev.aiusage.server.embedded.EmbeddedFailure;
import dev.aiusage.server.settings.Setting;
import dev.aiusage.server.settings.SettingRefused;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: which commands there are, and what becomes of their failures. */
public final class Commands {

    private Commands() {}

    /** Runs a command and answers with the status of the process. */
    public static int run(String... arguments) {
        return commandLine().execute(normalised(arguments));
    }

    /** The same for who wants to read what is said. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(normalised(arguments));
    }

    /** Fails with picocli's ParameterException for what no command knows. */
    static ParseResult parse(String... arguments) {
        return commandLine().parseArgs(normalised(arguments));
    }

    private static String[] normalised(String... arguments) {
        return Arrays.stream(arguments).map(Setting::normalise).toArray(String[]::new);
    }

    private static CommandLine commandLine() {
        var line = new CommandLine(new ServeCommand.Default());
        line.addSubcommand(new ServeCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new DailyCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new PushCommand())
                .addSubcommand(new MigrateCommand())
                .addSubcommand(new RotateKeysCommand())
                .addSubcommand(new SyncCommand());
        SettingOptions.addTo(line.getCommandSpec());
        line.getSubcommands().values().stream()
                .filter(command -> command.getCommand() instanceof SettingCommand)
                .forEach(command -> SettingOptions.addTo(command.getCommandSpec()));
        line.getCommandSpec().versionProvider(() -> new String[] {"ai-usage " + Version.text()});
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine().getErr().println(reason(wrong) + " (--help shows what there is)");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> answerTo(failure, command));
        return line;
    }

    /** A misspelt option is named without its value, which may be a secret. */
    static String reason(ParameterException wrong) {
        // An option's own check speaks for itself; around it picocli tells which method it called.
        if (wrong.getCause() instanceof StartRefused refused) {
            return String.valueOf(refused.getMessage());
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            var first = unmatched.getUnmatched().get(0);
            return first.startsWith("-")
                    ? "Unknown option: " + first.split("=", 2)[0]
                    : "Unexpected argument: " + first.replaceAll("://.*", "://…");
        }
        return String.valueOf(wrong.getMessage());
    }

    /** What one line can tell is told in one line; everything else is a bug, and shown whole. */
    private static int answerTo(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof SettingRefused || failure instanceof EmbeddedFailure.HomeInUse) {
            command.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof StartRefused refused) {
            command.getErr().println(refused.getMessage());
            return refused.status();
        }
        if (failure instanceof EmbeddedFailure
                || failure instanceof ServerNotStarted
                || failure instanceof MigrationFailed
                || failure instanceof StorageUnavailable) {
            command.getErr().println(failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
