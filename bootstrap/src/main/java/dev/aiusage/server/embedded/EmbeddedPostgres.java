package dev.aiusage.server.embedded;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A real PostgreSQL in the home of a service: made on the first start, found again on each later one, durable, on
 * loopback only and closed to everybody without a password. It ends with {@link #close()} and with this JVM, however
 * that ends. Migrations are the caller's, under {@link #superuser()}; so is granting roles to {@link #service()}
 * afterwards, as that login owns nothing and inherits nothing.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final Server server;
    private final Login superuser;
    private final Login service;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(Server server, Login superuser, Login service) {
        this.server = server;
        this.superuser = superuser;
        this.service = service;
    }

    /** Fails with an {@link EmbeddedFailure}. The lock must stay held until this is closed. */
    public static EmbeddedPostgres open(HomeLock lock) {
        return open(lock, Machine.real());
    }

    static EmbeddedPostgres open(HomeLock lock, Machine machine) {
        var passwords = new Passwords(lock.home());
        Path folder = lock.home().folder("postgres");
        Binaries binaries = Binaries.bundledFor(machine.platform());
        DataDirectory.refuseOtherMajor(Cluster.dataIn(folder), binaries.major());
        ServerAccount account = ServerAccount.choose(folder, machine.caller(), machine.probe());
        var cluster = new Cluster(folder, binaries.unpackedIn(folder), account, ServerLog.begin(folder));
        DataDirectory.makeIfMissing(cluster, passwords);
        Login superuser = passwords.superuser();
        Server server = new ServerStart(cluster, machine.launcher(), machine.ports()).run();
        try {
            binaries.deleteOthersIn(folder);
            Login service = ServiceLogin.prepare(new JdbcUrl(server.port()), superuser, passwords);
            return new EmbeddedPostgres(server, superuser, service);
        } catch (RuntimeException failure) {
            server.stop();
            throw failure;
        }
    }

    public String jdbcUrl() {
        return new JdbcUrl(server.port()).of(ServiceLogin.DATABASE);
    }

    /** The owner of everything, for migrations only. */
    public Login superuser() {
        return superuser;
    }

    /** The restricted login that the service works under. */
    public Login service() {
        return service;
    }

    /** Runs an action if the server ends without having been asked to. */
    public void whenLost(Runnable action) {
        server.exit().thenRun(() -> {
            if (!closed.get()) {
                action.run();
            }
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stop();
        }
    }
}
