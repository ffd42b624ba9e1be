package dev.aiusage.server.embedded;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The passwords of the embedded database, random and kept in files of the home that only its owner may read. */
record Passwords(Home home) {

    static final String SUPERUSER = "postgres";
    static final String SERVICE = "ai_usage";

    private static final String SUPERUSER_FILE = "postgres/superuser.password";
    private static final String SERVICE_FILE = "postgres/service.password";
    private static final int BYTES = 24;

    /** For a new data directory; the service's role is not in it, so its old password means nothing any more. */
    Login renewSuperuser() {
        home.delete(SERVICE_FILE);
        var login = new Login(SUPERUSER, random());
        home.write(SUPERUSER_FILE, login.password());
        return login;
    }

    Login superuser() {
        return home.read(SUPERUSER_FILE)
                .map(password -> new Login(SUPERUSER, password.strip()))
                .orElseThrow(() -> new EmbeddedFailure.HomeUnusable(
                        home.path().resolve(SUPERUSER_FILE),
                        "the database is there but its password is not; bring that file back from a copy,"
                                + " or move the folder postgres/data away to begin with an empty database"));
    }

    Optional<Login> service() {
        return home.read(SERVICE_FILE).map(password -> new Login(SERVICE, password.strip()));
    }

    static Login newService() {
        return new Login(SERVICE, random());
    }

    void keepService(Login login) {
        home.write(SERVICE_FILE, login.password());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
