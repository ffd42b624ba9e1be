package dev.aiusage.persistence.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Counts the statements that some work prepares. */
final class StatementCount {

    private StatementCount() {}

    static int of(DataSource dataSource, Consumer<DataSource> work) {
        var prepared = new AtomicInteger();
        work.accept(Connections.from(() -> counting(dataSource.getConnection(), prepared)));
        return prepared.get();
    }

    private static Connection counting(Connection connection, AtomicInteger prepared) {
        return (Connection) Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        prepared.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
