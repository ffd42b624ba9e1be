package dev.aiusage.server;

import dev.aiusage.domain.user.UserId;
import dev.aiusage.http.HttpServer;
import dev.aiusage.http.HttpSettings;
import dev.aiusage.http.LocalAuthentication;
import dev.aiusage.providers.files.ClaudeCodeLogs;
import dev.aiusage.server.settings.Settings;
import dev.aiusage.server.settings.Settings.LogScanning;
import dev.aiusage.server.settings.StorageChoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: storage, use cases, HTTP and the scan of local logs, opened in this order and closed in the reverse one. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Assembly assembly;
    private final HttpServer http;
    private final LocalLogTimer timer;
    private final CountDownLatch ended = new CountDownLatch(1);

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
