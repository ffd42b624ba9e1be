package dev.aiusage.providers.calls;

import dev.aiusage.domain.integration.Secret;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The way to all vendors: one pool of connections and one set of limits for the whole service. */
public final class VendorWeb implements AutoCloseable {

    private final OkHttpClient client;
    private final CallLimits limits;
    private final KeyGates gates;
    private final Pause pause;
    private final Clock clock;
    private final String userAgent;

    /** @param userAgent the name, version and page of this service */
    public VendorWeb(CallLimits limits, String userAgent, Clock clock) {
        this(limits, userAgent, clock, System::nanoTime, Pause.SLEEP);
    }

    VendorWeb(CallLimits limits, String userAgent, Clock clock, LongSupplier nanoTime, Pause pause) {
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.pause = pause;
        this.gates = new KeyGates(limits.atOnce(), nanoTime, pause);
        this.client = new OkHttpClient.Builder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .callTimeout(limits.call())
                .followRedirects(false)
                .build();
    }

    /** Calls to one vendor with one key. */
    public VendorCalls calls(Vendor vendor, Secret key) {
        var gate = gates.of(vendor.name(), key, vendor.pace());
        var retries = new Retries(pause, RandomGenerator.getDefault());
        return new VendorCalls(client, limits, userAgent, vendor, gate, retries, new KeyMask(key));
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        dispatcher().cancelAll();
        dispatcher().executorService().shutdown();
        connections().evictAll();
    }

    private Dispatcher dispatcher() {
        return client.dispatcher();
    }

    private ConnectionPool connections() {
        return client.connectionPool();
    }
}
