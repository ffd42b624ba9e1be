package dev.aiusage.server;

import dev.aiusage.LogPlaces;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** What this machine and its user are to the service. */
final class ThisMachine {

    private ThisMachine() {}

    static LogPlaces logPlaces() {
        return new LogPlaces(name(), Path.of(System.getProperty("user.home")), System.getenv());
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
