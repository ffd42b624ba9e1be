package dev.aiusage.server.embedded;

import dev.aiusage.testing.Jvm;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.ProcessTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link ServiceProcess} seen from the test that started it; in a session of its own, as a shell's foreground job. */
record ServiceDouble(Process process, ProcessTree tree, BufferedReader output, Patience patience)
        implements AutoCloseable {

    static ServiceDouble on(Path home) throws IOException {
        List<String> command = new ArrayList<>();
        // A shell's background job ignores interrupts, and so would all that it starts.
        command.addAll(List.of("setsid", "env", "--default-signal=INT"));
        command.addAll(Jvm.command(ServiceProcess.class.getName(), home.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ServiceDouble(process, new ProcessTree(process), process.inputReader(), Patience.with(process));
    }

    static ServiceDouble readyOn(Path home) throws IOException {
        ServiceDouble service = on(home);
        String line = service.nextLine();
        if (!line.startsWith(ServiceProcess.READY)) {
            service.close();
            throw new IllegalStateException(line);
        }
        return service;
    }

    String nextLine() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What it started may live for some moments longer. */
    void kill() {
        tree.kill();
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /** What a terminal does on Ctrl-C: every process of the foreground group gets it. */
    void interruptGroup() throws IOException {
        new ProcessBuilder("sh", "-c", "kill -INT -" + process.pid())
                .start()
                .onExit()
                .join();
    }

    /** Service, watchdog, server and its workers, all in one moment, as when the machine loses power. */
    void killWithServer() {
        tree.killAll();
    }

    /** Kills it, and waits until nothing of it writes into its home any more. */
    @Override
    public void close() {
        patience.end();
        kill();
        tree.awaitEnd();
    }
}
