package dev.aiusage.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** All that is logged in this JVM, as far as a log can be made to say: our own loggers to the last, others as they are capped. */
public final class CapturedLog implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready: (http://\\S+)");

    private final Events events = new Events();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Map<Logger, Level> before = new HashMap<>();

    private CapturedLog() {}

    public static CapturedLog begin() {
        var log = new CapturedLog();
        log.set(log.root, Level.INFO);
        log.set((Logger) LoggerFactory.getLogger("dev.aiusage"), Level.TRACE);
        log.events.start();
        log.root.addAppender(log.events);
        return log;
    }

    private void set(Logger logger, Level level) {
        before.put(logger, logger.getLevel());
        logger.setLevel(level);
    }

    /** Where the service answers that this JVM has started. */
    public URI addressOfService() {
        return events.kept.stream()
                .map(event -> READY.matcher(event.getFormattedMessage()))
                .filter(ready -> ready.find())
                .map(ready -> URI.create(ready.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** Messages, what stands beside them, and the messages of exceptions, to the first cause. */
    public String text() {
        return events.kept.stream()
                .map(event ->
                        event.getFormattedMessage() + event.getMDCPropertyMap() + messages(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    public List<String> warnings() {
        return events.kept.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static String messages(@Nullable IThrowableProxy failure) {
        return failure == null ? "" : failure.getMessage() + messages(failure.getCause());
    }

    @Override
    public void close() {
        root.detachAppender(events);
        before.forEach(Logger::setLevel);
    }

    /** Kept as they are when they are logged, by any thread and while another one reads. */
    private static final class Events extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> kept = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            kept.add(event);
        }
    }
}
