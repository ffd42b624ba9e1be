package dev.aiusage.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, not touched before the first read: Jetty tells a client that waits to go on as soon as it is. */
final class DeferredBody extends InputStream {

    private final HttpServletRequest request;

    DeferredBody(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        return request.getInputStream().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return request.getInputStream().read(target, offset, length);
    }
}
