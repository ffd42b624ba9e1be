package dev.aiusage.server.pushing;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The beginning of an answer. Answers of a service are short; of what is not, this is enough to find that it is none. */
final class ShortBody implements BodySubscriber<byte[]> {

    private static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var piece = new byte[Math.min(buffer.remaining(), LONGEST - beginning.size())];
            buffer.get(piece);
            beginning.writeBytes(piece);
        }
        if (beginning.size() == LONGEST && subscription != null) {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable brokenOff) {
        body.completeExceptionally(brokenOff);
    }

    @Override
    public void onComplete() {
        body.complete(beginning.toByteArray());
    }
}
