package dev.aiusage.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server under the routes: threads, connections, limits, and how it ends. */
final class JettySetup {

    private static final Logger LOG = LoggerFactory.getLogger(JettySetup.class);
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;
    private static final Duration SILENCE_AT_THE_END = Duration.ofSeconds(10);

    private final HttpSettings settings;

    JettySetup(HttpSettings settings) {
        this.settings = settings;
    }

    void apply(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler(JettySetup::answer);
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(this::limit);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(this::frame);
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        pool.setName("http");
        if (VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        }
        return pool;
    }

    private void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(settings.limits().headerBytes());
        // Javalin lets ambiguous paths in (%2f, //, ;), which none of the routes needs.
        http.setUriCompliance(UriCompliance.DEFAULT);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        var connector = new HttpConnector(server, http);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idle().toMillis());
        // At the end, uploads may still pause for a moment.
        connector.setShutdownIdleTimeout(SILENCE_AT_THE_END.toMillis());
        return connector;
    }

    private void frame(Server server) {
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(settings.limits().shutdown().toMillis());
        server.insertHandler(new GracefulHandler());
        server.insertHandler(new RequestFrame());
    }

    /** The last resort: no memory, no stack, a missing class. */
    private static void answer(HttpServletResponse response, Error error) {
        LOG.error("A request failed", error);
        try {
            if (!response.isCommitted()) {
                response.setStatus(500);
                response.setContentType(Problem.CONTENT_TYPE);
                response.getOutputStream().write(Json.bytes(Problems.internal().toJson()));
            }
        } catch (IOException gone) {
            LOG.debug("The client is gone", gone);
        }
    }
}
