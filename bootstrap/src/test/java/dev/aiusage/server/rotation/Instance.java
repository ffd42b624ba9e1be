package dev.aiusage.server.rotation;

import dev.aiusage.testing.Patience;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** One of several processes behind a load balancer, which sends it nothing more before it goes down. */
final class Instance implements AutoCloseable {

    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
    private volatile boolean isTakenOut;
    private RunningProgram program;

    Instance(Program program) throws IOException, InterruptedException {
        this.program = program.serve();
    }

    /** Empty while it is taken out. */
    Optional<HttpResponse<String>> ask(String path, Function<HttpRequest.Builder, HttpRequest.Builder> request)
            throws InterruptedException {
        if (isTakenOut || !inUse.readLock().tryLock()) {
            return Optional.empty();
        }
        try {
            var address = program.address().resolve("/api/ai-usage/" + path);
            return Optional.of(program.send(request.apply(HttpRequest.newBuilder(address))));
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** As an operator does to change its settings. The next process starts while the last one ends. */
    void restartAs(Program changed) throws IOException, InterruptedException {
        isTakenOut = true;
        inUse.writeLock().lock();
        try {
            var last = program;
            last.terminate();
            program = changed.serve();
            if (!last.process().waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                last.kill();
                throw new IllegalStateException("does not end: " + last.log());
            }
        } finally {
            inUse.writeLock().unlock();
        }
        isTakenOut = false;
    }

    @Override
    public void close() {
        program.close();
    }
}
