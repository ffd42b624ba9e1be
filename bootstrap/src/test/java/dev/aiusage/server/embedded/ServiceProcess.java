package dev.aiusage.server.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that holds a home and its database, as a service does; tests kill and interrupt it. */
final class ServiceProcess {

    static final String READY = "ready ";
    static final String DRAINED = "drained ";

    private ServiceProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            serve(Home.at(Path.of(arguments[0])).lock());
        } catch (EmbeddedFailure failure) {
            System.out.println(failure.getMessage());
        }
    }

    private static void serve(HomeLock lock) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.open(lock);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println(DRAINED + lastAnswer(postgres));
            postgres.close();
            lock.close();
        }));
        System.out.println(READY + postgres.jdbcUrl());
        new CountDownLatch(1).await();
    }

    // Long enough for a server that had been interrupted together with the JVM to cut the statement off.
    private static String lastAnswer(EmbeddedPostgres postgres) {
        Login login = postgres.superuser();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), login.user(), login.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_sleep(0.5), 'answered'")) {
            row.next();
            return String.valueOf(row.getString(2));
        } catch (SQLException lost) {
            return lost.toString();
        }
    }
}
