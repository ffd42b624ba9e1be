package dev.aiusage.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Stands around every request: names it for the log, sets the headers that all answers have, and notes its end. */
final class RequestFrame extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aiusage.http.access");
    private static final String LOGGED_AS = "request_id";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        CommonHeaders.put(request, response.getHeaders());
        LingeringEndPoint.of(request).ifPresent(connection -> {
            connection.requestBegins();
            Request.addCompletionListener(request, failure -> connection.requestEnds());
        });
        if (LOG.isDebugEnabled()) {
            Request.addCompletionListener(request, failure -> log(request, response));
        }
        MDC.put(LOGGED_AS, RequestId.of(request));
        try {
            return super.handle(request, new RefusalResponse(request, response), callback);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    /** Without the query and those parts of the path where tokens may stand. */
    private static void log(Request request, Response response) {
        LOG.debug(
                "{} {} {} {} ms id={}",
                request.getMethod(),
                OtlpPaths.redacted(request.getHttpURI().getCanonicalPath()),
                response.getStatus(),
                NanoTime.millisSince(request.getBeginNanoTime()),
                RequestId.of(request));
    }
}
