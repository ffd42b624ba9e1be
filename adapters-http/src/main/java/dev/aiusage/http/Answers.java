package dev.aiusage.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.Optional;

/** How answers are sent: packed where it pays, 304 where the client has them, without a body for HEAD. */
final class Answers {

    /** Of one user, and to be asked for again each time. */
    static final String PRIVATE = "private, no-cache";

    static final String PUBLIC = "public, no-cache";
    private static final String JSON = "application/json";

    private Answers() {}

    /** An answer that holds for this moment only. */
    static void json(Context context, int status, Object view) {
        context.status(status).header("Cache-Control", "no-store");
        send(context, new Representation(Json.bytes(view), JSON));
    }

    /** What a use case wrote down itself. */
    static void telemetry(Context context, int status, Representation content) {
        context.status(status).header("Cache-Control", "no-store");
        send(context, content);
    }

    static void nothing(Context context) {
        context.status(204).header("Cache-Control", "no-store");
        context.removeHeader("Content-Type");
    }

    static void problem(Context context, Problem problem) {
        context.status(problem.status()).header("Cache-Control", "no-store");
        context.removeHeader("ETag");
        send(context, representation(context, problem));
    }

    /** Clients of OTLP read what is wrong in the encoding in which they sent it. */
    private static Representation representation(Context context, Problem problem) {
        var isBinary = OtlpPaths.isDelivery(context.path())
                && OtlpEncoding.of(context.contentType()).equals(Optional.of(OtlpEncoding.PROTOBUF));
        return isBinary
                ? new Representation(RpcStatus.of(problem), OtlpEncoding.PROTOBUF.mediaType())
                : new Representation(Json.bytes(problem.toJson()), Problem.CONTENT_TYPE);
    }

    static void cachedJson(Context context, Object view) {
        cached(context, new Representation(Json.bytes(view), JSON), PRIVATE);
    }

    /** An answer that the client may keep and ask about by its tag. */
    static void cached(Context context, Representation content, String cacheControl) {
        var packs = packs(context, content);
        context.header("Cache-Control", cacheControl).header("ETag", packs ? content.gzipEtag() : content.etag());
        // A list may be spread over several headers of its name.
        var held = String.join(",", Collections.list(context.req().getHeaders("If-None-Match")));
        if (content.isHeldBy(held)) {
            context.status(304).addHeader("Vary", "Accept-Encoding");
            context.removeHeader("Content-Type");
            return;
        }
        send(context, content);
    }

    private static void send(Context context, Representation content) {
        var packs = packs(context, content);
        var sent = packs ? content.packed() : content.body();
        context.contentType(content.contentType()).addHeader("Vary", "Accept-Encoding");
        if (packs) {
            context.header("Content-Encoding", "gzip");
        }
        context.res().setContentLength(sent.length);
        if (!context.method().equals(HandlerType.HEAD)) {
            context.result(sent);
        }
    }

    private static boolean packs(Context context, Representation content) {
        return content.body().length >= Compression.WORTHWHILE
                && Compression.isAccepted(context.header("Accept-Encoding"));
    }
}
