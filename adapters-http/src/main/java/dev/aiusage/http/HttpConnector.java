package dev.aiusage.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Takes connections, and at the end waits only for those with a request: Jetty's own waits for silence on all of them. */
final class HttpConnector extends ServerConnector {

    HttpConnector(Server server, HttpConfiguration http) {
        super(server, new HttpConnectionFactory(http));
    }

    @Override
    protected LingeringEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var connection = new LingeringEndPoint(channel, selector, key, getScheduler());
        connection.setIdleTimeout(getIdleTimeout());
        return connection;
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        var ended = super.shutdown();
        for (var connection : getConnectedEndPoints()) {
            if (connection instanceof LingeringEndPoint open) {
                open.closeWhenIdle();
            }
        }
        return ended;
    }
}
