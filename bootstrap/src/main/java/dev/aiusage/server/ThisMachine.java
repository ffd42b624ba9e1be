package dev.aiusage.server;

import dev.aiusage.LogPlaces;
import dev.aiusage.domain.device.DeviceName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** What this machine and its user are to the service. */
public final class ThisMachine {

    private static final String NAMELESS = "localhost";

    private ThisMachine() {}

    /** Where the user's own files lie: what the shell calls ~, else what the system says. */
    public static Path userHome() {
        var shellHome = System.getenv("HOME");
        return Path.of(shellHome == null || shellHome.isBlank() ? System.getProperty("user.home") : shellHome);
    }

    /** Where this user's coding tools leave their logs. */
    public static LogPlaces logPlaces() {
        return new LogPlaces(name(), userHome(), System.getenv());
    }

    /** What it is called among its user's machines, unless somebody says otherwise. */
    public static DeviceName deviceName() {
        var name = DeviceName.legible(name());
        return name.isPresent() ? name : new DeviceName(NAMELESS);
    }

    /** Without the domain: each network that a laptop is carried to gives it another one. */
    private static String name() {
        try {
            var host = InetAddress.getLocalHost().getHostName();
            return host.matches("[0-9.]+") ? host : host.split("\\.", 2)[0];
        } catch (UnknownHostException nameless) {
            return NAMELESS;
        }
    }
}
