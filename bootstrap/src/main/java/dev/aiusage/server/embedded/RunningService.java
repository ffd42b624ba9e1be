package dev.aiusage.server.embedded;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The process that holds a home and, once it listens, where it answers; kept as {@code service.json} in the home. */
public final class RunningService {

    static final RunningService UNKNOWN = new RunningService(0, null);

    private static final String FILE = "service.json";
    private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d{1,18})");
    private static final Pattern URL = Pattern.compile("\"url\"\\s*:\\s*\"([^\"\\s]+)\"");

    private final long pid;
    private final @Nullable URI url;

    private RunningService(long pid, @Nullable URI url) {
        this.pid = pid;
        this.url = url;
    }

    static RunningService thisProcess() {
        return new RunningService(ProcessHandle.current().pid(), null);
    }

    static Optional<RunningService> on(Home home) {
        return home.read(FILE).flatMap(RunningService::parse);
    }

    static void eraseFrom(Home home) {
        home.delete(FILE);
    }

    RunningService at(URI address) {
        return new RunningService(pid, address);
    }

    void writeTo(Home home) {
        String address = url == null ? "" : ", \"url\": \"" + url.toASCIIString() + "\"";
        home.write(FILE, "{\"pid\": " + pid + address + "}\n");
    }

    public long pid() {
        return pid;
    }

    /** Absent while the service starts. */
    public Optional<URI> url() {
        return Optional.ofNullable(url);
    }

    @Override
    public String toString() {
        String process = pid == 0 ? "process unknown" : "process " + pid;
        return url == null ? process : process + ", " + url;
    }

    private static Optional<RunningService> parse(String json) {
        var pid = PID.matcher(json);
        if (!pid.find()) {
            return Optional.empty();
        }
        var url = URL.matcher(json);
        return Optional.of(
                new RunningService(Long.parseLong(pid.group(1)), url.find() ? URI.create(url.group(1)) : null));
    }
}
