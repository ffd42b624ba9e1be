package dev.aiusage.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jetty itself refuses, before or beside the routes, is a problem like any other. */
final class ProblemErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);
    private static final int SHOWN = 100;

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String reason,
            @Nullable Throwable cause,
            Callback callback) {
        if (status == 500) {
            var path = OtlpPaths.redacted(request.getHttpURI().getCanonicalPath());
            LOG.error("{} {} failed", request.getMethod(), path, cause);
        }
        if (isRefusedHead(status)) {
            LingeringEndPoint.of(request).ifPresent(LingeringEndPoint::linger);
        }
        var headers = response.getHeaders();
        CommonHeaders.put(request, headers);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        var body = Json.bytes(problem(status, reason).toJson());
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** Too long, so the client is still sending it. */
    private static boolean isRefusedHead(int status) {
        return status == 431 || status == 414;
    }

    private static Problem problem(int status, @Nullable String reason) {
        if (status == 500) {
            return Problems.internal();
        }
        if (status == 503) {
            return Problem.of(ProblemType.UNAVAILABLE, "The service is shutting down.");
        }
        return Problem.ofStatus(status, "The request was refused" + (isShown(reason) ? ": " + reason : "") + ".");
    }

    private static boolean isShown(@Nullable String reason) {
        return reason != null
                && reason.length() <= SHOWN
                && reason.chars().allMatch(code -> code >= ' ' && code <= '~');
    }
}
