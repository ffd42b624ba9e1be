package dev.aiusage.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The program on a machine of its own: a home of its user, an environment, and nothing from outside. */
public final class Program {

    private static final String MAIN = "dev.aiusage.server.Main";

    private final Path userHome;
    private final Map<String, String> environment;

    private Program(Path userHome, Map<String, String> environment) {
        this.userHome = userHome;
        this.environment = environment;
    }

    public static Program in(Path directory) throws IOException {
        return new Program(Files.createDirectories(directory.resolve("user")), Map.of());
    }

    /** On a machine where it has run before. */
    public static Program settledIn(Path directory) throws IOException {
        var program = in(directory);
        SettledHome.in(program.home());
        return program;
    }

    public Program with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Program(userHome, more);
    }

    public Path userHome() {
        return userHome;
    }

    public Path home() {
        return userHome.resolve(".ai-usage");
    }

    /** Runs a command to its end. */
    public Ended run(String... arguments) throws IOException, InterruptedException {
        var process = process(arguments);
        var patience = Patience.with(process);
        process.getOutputStream().close();
        var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        var output = text(process.getInputStream());
        var status = process.waitFor();
        patience.end();
        return new Ended(status, output, errors.join());
    }

    /** Starts the service on a free port and waits until it answers. */
    public RunningProgram serve(String... arguments) throws IOException, InterruptedException {
        return RunningProgram.ready(with("PORT", "0").process(arguments));
    }

    /** The same with a class path of its own. */
    RunningProgram serveWith(Stream<String> classes) throws IOException, InterruptedException {
        return RunningProgram.ready(
                with("PORT", "0").builder(Jvm.command(classes, MAIN)).start());
    }

    /** Starts a command that the test ends itself. What it prints is not kept. */
    public Process start(String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private Process process(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(Jvm.command(MAIN));
        command.addAll(List.of(arguments));
        return builder(command);
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(Set.of("PATH", "LD_LIBRARY_PATH"));
        builder.environment().put("HOME", userHome.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a command left: its status and what it printed. */
    public record Ended(int status, String output, String errors) {

        /** Lines on standard error that are none of the log's. */
        public List<String> complaints() {
            return errors.lines()
                    .filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                    .toList();
        }
    }
}
