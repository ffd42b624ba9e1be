package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.IntegrationMissing;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a route throws into a problem, in this one place. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private final RejectionProblems rejections = new RejectionProblems();
    private final WebFiles files;

    Problems(WebFiles files) {
        this.files = files;
    }

    void register(RoutesConfig routes) {
        routes.exception(RequestRejected.TooSoon.class, this::tooSoon);
        routes.exception(RequestRejected.VendorUnavailable.class, this::vendorUnavailable);
        routes.exception(RequestRejected.class, (rejected, context) -> answer(context, rejected.match(rejections)));
        routes.exception(Refused.class, this::refused);
        routes.exception(IntegrationMissing.class, this::removedMeanwhile);
        routes.exception(StorageUnavailable.class, this::unavailable);
        routes.exception(NotFoundResponse.class, this::notFound);
        routes.exception(MethodNotAllowedResponse.class, this::methodNotAllowed);
        routes.exception(HttpResponseException.class, this::answeredByJavalin);
        routes.exception(Exception.class, this::unexpected);
    }

    private void tooSoon(RequestRejected.TooSoon tooSoon, Context context) {
        context.header("Retry-After", seconds(tooSoon.retryAfter()));
        answer(context, tooSoon.match(rejections));
    }

    private void vendorUnavailable(RequestRejected.VendorUnavailable unavailable, Context context) {
        context.header("Retry-After", seconds(unavailable.retryAfter()));
        answer(context, unavailable.match(rejections));
    }

    private void removedMeanwhile(IntegrationMissing missing, Context context) {
        answer(context, new RequestRejected.NotFound("integration").match(rejections));
    }

    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private void refused(Refused refused, Context context) {
        refused.headers().forEach(context::header);
        answer(context, refused.problem());
    }

    private void unavailable(StorageUnavailable unavailable, Context context) {
        LOG.warn("The storage is out of reach", unavailable);
        context.header("Retry-After", RETRY_SECONDS);
        answer(context, Problem.of(ProblemType.UNAVAILABLE, "The storage is out of reach at the moment."));
    }

    private void notFound(NotFoundResponse notFound, Context context) {
        if (files.find(context.path()).isPresent()) {
            refuseMethod(context, "GET, HEAD");
            return;
        }
        answer(context, Problem.of(ProblemType.NOT_FOUND, "There is nothing at this path."));
    }

    private void methodNotAllowed(MethodNotAllowedResponse refused, Context context) {
        refuseMethod(context, String.join(", ", refused.getDetails().values()));
    }

    private static void refuseMethod(Context context, String allowed) {
        context.header("Allow", allowed);
        answer(context, Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path takes " + allowed + "."));
    }

    private void answeredByJavalin(HttpResponseException response, Context context) {
        answer(context, Problem.ofStatus(response.getStatus(), "The request was refused."));
    }

    private void unexpected(Exception unexpected, Context context) {
        if (unexpected instanceof HttpException refused && refused.getCode() < 500) {
            answer(context, Problem.ofStatus(refused.getCode(), "The request is no well-formed HTTP."));
            return;
        }
        LOG.error("{} {} failed", context.method(), OtlpPaths.redacted(context.path()), unexpected);
        answer(context, internal());
    }

    static Problem internal() {
        return Problem.of(
                ProblemType.INTERNAL, "Something went wrong in here; the log has it under this X-Request-Id.");
    }

    private static void answer(Context context, Problem problem) {
        Answers.problem(context, problem);
    }
}
