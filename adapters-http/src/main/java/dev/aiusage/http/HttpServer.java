package dev.aiusage.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the service. Started once, closed once. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final HttpSettings settings;
    private final RouteTable routes;
    private final Javalin javalin;

    public HttpServer(UseCases useCases, Authentication authentication, HttpSettings settings) {
        this.settings = settings;
        var files = new WebFiles();
        this.routes = new RouteTable(routes(useCases, settings, files));
        this.javalin = Javalin.create(config -> configure(config, authentication, files));
    }

    /**
     * Listens, and answers from now on.
     *
     * @return the port, which is a free one where the settings name 0
     * @throws ServerNotStarted if the address or the port can't be had
     */
    public int start() {
        try {
            javalin.start();
        } catch (JavalinException refused) {
            throw new ServerNotStarted(
                    "can't listen on " + settings.host() + ":" + settings.port() + ": " + reason(refused), refused);
        }
        return javalin.port();
    }

    /** Takes no more requests, and returns when those in flight are answered or have had their time. */
    @Override
    public void close() {
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException late) {
            LOG.warn(
                    "Requests that did not end within {} were cut off",
                    settings.limits().shutdown());
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP server can't be stopped", failed);
        }
    }

    List<Route> routes() {
        return routes.routes();
    }

    private static List<Route> routes(UseCases useCases, HttpSettings settings, WebFiles files) {
        var questions = new UsageQuestions(settings.defaultZone());
        var routes = new ArrayList<Route>();
        routes.addAll(new HealthRoutes(useCases.storageHealth(), settings.version()).routes());
        routes.addAll(new DashboardRoutes(useCases.showDashboard(), questions).routes());
        routes.addAll(new SeriesRoutes(useCases.showSeries(), new SeriesQuestions(questions)).routes());
        routes.addAll(new EntryRoutes(useCases.enterUsage()).routes());
        routes.addAll(
                new ImportRoutes(useCases.importUsage(), useCases.devices().note(), settings.limits()).routes());
        routes.addAll(new OtlpRoutes(useCases.receiveTelemetry()).routes());
        routes.addAll(new CodeBurnRoutes(settings.codeBurn()).routes());
        routes.addAll(new IntegrationRoutes(useCases.integrations()).routes());
        routes.addAll(new SyncRoutes(useCases.syncs()).routes());
        routes.addAll(new IngestTokenRoutes(useCases.ingestTokens()).routes());
        routes.addAll(new DeviceRoutes(useCases.devices()).routes());
        routes.addAll(new ScreenshotRoutes(useCases.screenshots()).routes());
        useCases.rotateKeys().ifPresent(rotation -> routes.addAll(new KeyRoutes(rotation).routes()));
        routes.addAll(new PageRoutes(files).routes());
        return routes;
    }

    private void configure(JavalinConfig config, Authentication authentication, WebFiles files) {
        new JettySetup(settings).apply(config);
        var cors = new Cors(settings.corsOrigins());
        var callers = new Callers(authentication, settings.corsOrigins());
        config.routes.before(callers::admit);
        config.routes.before(cors::allowReading);
        for (var owned : List.of("/api/*", "/v1/*", "/ingest/*")) {
            config.routes.before(owned, callers::identify);
        }
        routes.register(config.routes, cors);
        config.resourceHandler(new StaticFiles(files));
        new Problems(files).register(config.routes);
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
