package dev.aiusage.server;

import java.util.Objects;

/** The command line of the service. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var version = Main.class.getPackage().getImplementationVersion();
        System.out.println("ai-usage " + Objects.requireNonNullElse(version, "(unpackaged)"));
    }
}
