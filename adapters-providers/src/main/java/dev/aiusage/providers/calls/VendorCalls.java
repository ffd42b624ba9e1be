package dev.aiusage.providers.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.EnumSet;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;

/** Calls to one vendor with one key, by any number of threads. Every failure is a {@link VendorFailure}. */
public final class VendorCalls {

    private static final Set<Integer> MOMENTARY = Set.of(408, 409, 500, 502, 503, 504, 529);
    private static final Set<Protocol> FRAMED_BY_CLOSING = EnumSet.of(Protocol.HTTP_1_0, Protocol.HTTP_1_1);
    private static final int MAX_REDIRECTS = 3;
    private static final String STOPPING = "The call was given up because the service is stopping.";

    private final OkHttpClient client;
    private final CallLimits limits;
    private final String userAgent;
    private final Vendor vendor;
    private final KeyGate gate;
    private final Retries retries;
    private final KeyMask mask;
    private final ErrorBodies errorBodies;

    VendorCalls(
            OkHttpClient client,
            CallLimits limits,
            String userAgent,
            Vendor vendor,
            KeyGate gate,
            Retries retries,
            KeyMask mask) {
        this.client = client;
        this.limits = limits;
        this.userAgent = userAgent;
        this.vendor = vendor;
        this.gate = gate;
        this.retries = retries;
        this.mask = mask;
        this.errorBodies = new ErrorBodies(mask);
    }

    /**
     * Makes a call that changes nothing at the vendor, so that it can be made again.
     *
     * @throws VendorFailure if no answer came whole that is of status 2xx, or that the parser takes otherwise
     */
    public <T> T send(Request request, AnswerParser<T> parser) {
        return send(request, parser, Set.of());
    }

    /** The same for calls to which answers of these statuses, too, are something to read and no failure. */
    public <T> T send(Request request, AnswerParser<T> parser, Set<Integer> alsoRead) {
        var sent = request.newBuilder().header("User-Agent", userAgent).build();
        try {
            return retries.of(() -> gate.pass(() -> once(sent, parser, alsoRead, MAX_REDIRECTS)));
        } catch (VendorFailure | IllegalStateException told) {
            throw told;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new VendorFailure.Unavailable(STOPPING);
        } catch (Exception unexpected) {
            throw new IllegalStateException("a call to " + vendor.name() + " failed", unexpected);
        }
    }

    private <T> T once(Request request, AnswerParser<T> parser, Set<Integer> alsoRead, int redirectsLeft)
            throws BrokenCall {
        if (!vendor.hosts().allow(request.url())) {
            throw new VendorFailure.RedirectRefused(vendor.name() + " names an address that is not known as its own: "
                    + mask.hide(request.url().host()) + ".");
        }
        try (var answer = client.newCall(request).execute()) {
            if (answer.isSuccessful() || alsoRead.contains(answer.code())) {
                return parsed(answer, parser);
            }
            if (answer.isRedirect()) {
                return once(redirected(request, answer, redirectsLeft), parser, alsoRead, redirectsLeft - 1);
            }
            var taken = parser.ofRefusal(errorBodies.read(answer));
            if (taken.isPresent()) {
                return taken.get();
            }
            throw failure(answer);
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        } catch (ArithmeticException | IllegalArgumentException impossible) {
            throw new VendorFailure.MalformedAnswer(vendor.name() + " answered with numbers or texts that can't be.");
        } catch (SocketTimeoutException silent) {
            throw new VendorFailure.Unavailable(vendor.name() + " did not answer in time.");
        } catch (InterruptedIOException tooLong) {
            if (Thread.currentThread().isInterrupted()) {
                throw new VendorFailure.Unavailable(STOPPING);
            }
            throw new VendorFailure.Unavailable(vendor.name() + " did not finish its answer in time.");
        } catch (IOException cut) {
            throw new BrokenCall(vendor.name() + " can't be reached, or broke off its answer.");
        }
    }

    /** Where the end of the connection is that of the body as well, half of a JSON text is no mistake of its writer. */
    private <T> T parsed(Response answer, AnswerParser<T> parser) throws IOException, BrokenCall {
        var body = answer.body();
        var limited = new LimitedSource(body.source(), limits.maxBytes());
        var counted = ResponseBody.create(Okio.buffer(limited), body.contentType(), -1);
        try {
            return parser.parse(answer.newBuilder().body(counted).build());
        } catch (JsonProcessingException half) {
            if (!limited.isExhausted() || tellsItsLength(answer)) {
                throw half;
            }
            throw new BrokenCall(vendor.name() + " broke off its answer.");
        }
    }

    private static boolean tellsItsLength(Response answer) {
        var received = answer.networkResponse();
        return received == null
                || !FRAMED_BY_CLOSING.contains(received.protocol())
                || received.header("Content-Length") != null
                || received.header("Transfer-Encoding") != null;
    }

    private RuntimeException failure(Response answer) throws BrokenCall {
        var failure = vendor.failures().of(errorBodies.read(answer));
        if (failure instanceof VendorFailure.Unavailable && MOMENTARY.contains(answer.code())) {
            throw new BrokenCall(failure.detail());
        }
        return failure;
    }

    /** The key goes to the vendor's own address only. */
    private Request redirected(Request request, Response answer, int redirectsLeft) {
        var location = answer.header("Location");
        var target = location == null ? null : request.url().resolve(location);
        if (redirectsLeft == 0 || target == null || !request.method().equals("GET")) {
            throw new VendorFailure.RedirectRefused(vendor.name() + " sends its callers from one address to the next.");
        }
        var next = new Request.Builder().url(target);
        if (vendor.hosts().isOwn(target)) {
            next.headers(request.headers());
        } else {
            next.header("User-Agent", userAgent);
        }
        return next.build();
    }

    private VendorFailure malformed(JsonProcessingException malformed) {
        var place = malformed.getLocation();
        var where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return new VendorFailure.MalformedAnswer(vendor.name() + " answered with broken JSON" + where + ".");
    }
}
