package dev.aiusage.server.commands;

import dev.aiusage.server.StartRefused;
import dev.aiusage.server.ThisMachine;
import dev.aiusage.server.embedded.Home;
import dev.aiusage.server.pushing.ProjectNaming;
import dev.aiusage.server.pushing.Push;
import dev.aiusage.server.pushing.PushFailed;
import dev.aiusage.server.pushing.PushServer;
import dev.aiusage.server.pushing.PushWatch;
import dev.aiusage.server.pushing.Waiting;
import dev.aiusage.server.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends what is new in this machine's logs to a server that others use too. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description =
                "Sends what is new in the logs of this machine's coding tools to a server: numbers and names of models,"
                        + " languages and projects, never content. Needs no service and no database here. What the server does not"
                        + " take is kept for the next time; ends with 0 once it has everything.")
final class PushCommand extends SettingCommand {

    /** Beside the option, which others on this machine can see in the list of processes. */
    private static final String TOKEN_VARIABLE = "AI_USAGE_PUSH_TOKEN";

    @Option(names = "--to", required = true, paramLabel = "URL", description = "the server's address")
    String to = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "an ingest token of the server (better: the variable " + TOKEN_VARIABLE
                    + ", as other users of this machine may see options); a server without a login needs none")
    @Nullable
    String token;

    @Option(
            names = "--projects",
            paramLabel = "names|hashed|none",
            defaultValue = "names",
            description = "what the server learns of projects, from now on (default: ${DEFAULT-VALUE})")
    String projects = "names";

    @Mixin
    DeviceOption device = new DeviceOption();

    private boolean isWatching;

    @Option(names = "--watch", description = "looks again every minute, until it is stopped")
    void watch(boolean isWanted) {
        isWatching = isWanted;
    }

    @Override
    int run(Settings settings) {
        var server = PushServer.of(to, givenToken());
        var naming = ProjectNaming.named(projects)
                .orElseThrow(() -> StartRefused.wrongUse("--projects must be names, hashed or none"));
        var machine = device.name();
        var err = spec.commandLine().getErr();
        if (server.sendsTokenInClear()) {
            err.println("warning: " + server + " is not https, so everybody on the way there can read the token");
            err.flush();
        }
        var home = Home.at(settings.home().path());
        var push = new Push(ThisMachine.logPlaces(), home, server, machine, naming, Waiting::sleeping);
        if (isWatching) {
            new PushWatch(
                            push::run,
                            server,
                            Waiting::sleeping,
                            spec.commandLine().getOut(),
                            err)
                    .run();
            return FINE;
        }
        return once(push, server);
    }

    private int once(Push push, PushServer server) {
        var err = spec.commandLine().getErr();
        try {
            var report = push.run();
            report.warnings().forEach(err::println);
            spec.commandLine().getOut().println(report.summary(server));
            return report.refused() == 0 ? FINE : FAILED;
        } catch (PushFailed failed) {
            err.println(failed.getMessage() + "; what is left is kept for the next time");
            return FAILED;
        }
    }

    private Optional<String> givenToken() {
        var text = token == null ? System.getenv(TOKEN_VARIABLE) : token;
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }
}
