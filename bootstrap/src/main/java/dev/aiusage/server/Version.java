package dev.aiusage.server;

/** The version of this program, as its jar says it. */
public final class Version {

    private Version() {}

    public static String text() {
        var packaged = Version.class.getPackage().getImplementationVersion();
        return packaged == null ? "unpackaged" : packaged;
    }
}
