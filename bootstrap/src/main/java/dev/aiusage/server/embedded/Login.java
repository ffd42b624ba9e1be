package dev.aiusage.server.embedded;

/** A user of the embedded database. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
