package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.GunzippedStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;

/** The body of an upload, freed from its content encoding: one file, or a form that holds some. */
final class Upload {

    private static final long FORM_OVERHEAD = 1L << 20;

    private final HttpServletRequest request;
    private final LimitedStream raw;
    private final long maxBytes;

    private Upload(HttpServletRequest request, LimitedStream raw, long maxBytes) {
        this.request = request;
        this.raw = raw;
        this.maxBytes = maxBytes;
    }

    /** Packed bytes are never more than the unpacked ones by much, so the limit of these holds for them too. */
    static Upload of(HttpServletRequest request, long maxBytes) {
        var raw = new LimitedStream(new DeferredBody(request), maxBytes + FORM_OVERHEAD, maxBytes);
        return new Upload(request, raw, maxBytes);
    }

    UploadedFiles files() throws IOException {
        var contentType = String.valueOf(request.getContentType());
        if (contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            var form = new LimitedStream(decoded(), maxBytes + FORM_OVERHEAD, maxBytes);
            return new MultipartFiles(form, contentType);
        }
        return new WholeBody(decoded());
    }

    /** Whether the client fell silent in the middle. */
    boolean timedOut() {
        return raw.timedOut();
    }

    /**
     * Reads on for a while after a refusal: a client that is still sending when the connection closes may never see why. One
     * that waits for {@code 100 Continue} has sent nothing, and need not.
     */
    void drain() {
        if (request.getHeader("Expect") == null || raw.count() > 0) {
            raw.drain();
        }
    }

    private InputStream decoded() throws IOException {
        var coding = request.getHeader("Content-Encoding");
        var name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        if (List.of("", "identity").contains(name)) {
            return raw;
        }
        if (List.of("gzip", "x-gzip").contains(name)) {
            return gunzipped();
        }
        throw new Refused(
                Problem.of(
                        ProblemType.UNSUPPORTED_ENCODING, "A body may come as it is or as gzip, not otherwise packed."),
                Map.of("Accept-Encoding", "gzip"));
    }

    private InputStream gunzipped() throws IOException {
        try {
            return new GunzippedStream(raw);
        } catch (ZipException | EOFException noGzip) {
            throw new RequestRejected.Malformed("file", "the body is not the gzip that Content-Encoding announces");
        }
    }
}
