package dev.aiusage.server;

import dev.aiusage.AiUsage;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.CodeBurnLogin;
import dev.aiusage.http.HttpLimits;
import dev.aiusage.http.HttpServer;
import dev.aiusage.http.HttpSettings;
import dev.aiusage.server.settings.EncryptionChoice;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.Settings.LogScanning;
import dev.aiusage.server.settings.StorageChoice;
import dev.aiusage.server.settings.TokenAccess;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: storage, use cases, HTTP and the scan of local logs, opened in this order and closed in the reverse one. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Settings settings;

    private Service(Settings settings) {
        this.settings = settings;
    }

    /** Opens everything, or nothing and throws. */
    public static Service start(Settings settings) {
        var service = new Service(settings);
        try {
            service.open();
            return service;
        } catch (RuntimeException failed) {
            service.close();
            throw failed;
        }
    }

    private void open() {
        if (settings.encryption() instanceof EncryptionChoice.Missing) {
            throw EncryptionChoice.missing();
        }
        var assembly = keep(Assembly.open(settings));
        var usage = assembly.build(builder -> {
            builder.vendors(settings.vendors()).vision(settings.vision());
            if (settings.scanning() == LogScanning.ON) {
                builder.localLogs(ThisMachine.logPlaces());
            }
        });
        var user = settings.storage() instanceof StorageChoice.Demo ? UserId.MOCK : UserId.LOCAL;
        KeyCheck.warnOfMissing(usage.rotateKeys());
        var address = listen(usage, user);
        assembly.publish(address);
        keep(Synchronising.start(usage));
        if (settings.scanning() == LogScanning.ON) {
            keep(LocalLogTimer.start(usage.scanLocalLogs(), user));
        }
        LOG.info("AI Usage {} is ready: {}", Version.text(), address);
    }

    private URI listen(AiUsage usage, UserId user) {
        var listening = settings.listening();
        var admission = Admission.by(settings.access(), user, usage);
        var useCases = HttpUseCases.of(usage, settings.access());
        var httpSettings = HttpSettings.local(Version.text())
                .withHost(listening.host())
                .withPort(listening.port())
                .withDefaultZone(admission.defaultZone())
                .withCorsOrigins(Set.copyOf(listening.corsOrigins()))
                .withLimits(HttpLimits.DEFAULT.withImportMaxBytes(listening.importMaxBytes()));
        var server = keep(new HttpServer(
                useCases,
                admission.authentication(),
                codeBurn().map(httpSettings::withCodeBurn).orElse(httpSettings)));
        var host = listening.host().contains(":") ? "[" + listening.host() + "]" : listening.host();
        return URI.create("http://" + host + ":" + server.start());
    }

    private Optional<CodeBurnLogin> codeBurn() {
        return settings.access() instanceof TokenAccess access
                ? access.codeBurnClient()
                        .map(client -> new CodeBurnLogin(access.issuer().orElseThrow(), client))
                : Optional.empty();
    }

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private <C extends AutoCloseable> C keep(C closeable) {
        opened.push(closeable);
        return closeable;
    }

    /** Answers the requests in flight, breaks off a scan, and closes the storage last. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                LOG.error("something did not close", failed);
            }
        }
        ended.countDown();
    }
}
