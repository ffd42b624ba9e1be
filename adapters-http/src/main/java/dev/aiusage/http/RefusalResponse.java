package dev.aiusage.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that says so when the connection ends with it. A request may be refused before its body has come, and then the
 * connection can't be used again; a client that is not told would send its next request into a closing connection.
 */
final class RefusalResponse extends Response.Wrapper {

    private static final int FIRST_REFUSAL = 400;

    RefusalResponse(Request request, Response wrapped) {
        super(request, wrapped);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted() && getStatus() >= FIRST_REFUSAL) {
            endUnlessRead();
        }
        super.write(last, content, callback);
    }

    private void endUnlessRead() {
        var request = getRequest();
        if (request.consumeAvailable()) {
            return;
        }
        getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        LingeringEndPoint.of(request).ifPresent(LingeringEndPoint::linger);
    }
}
