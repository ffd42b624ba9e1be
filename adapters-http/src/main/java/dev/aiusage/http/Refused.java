package dev.aiusage.http;

import java.util.Map;

/** The adapter itself refuses a request; no use case was asked. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    Refused(Problem problem) {
        this(problem, Map.of());
    }

    Refused(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** The same for every reason, so that nobody learns from it what was wrong with a token. */
    static Refused unauthenticated() {
        var problem = Problem.of(
                ProblemType.UNAUTHENTICATED, "This call needs a valid bearer token in its Authorization header.");
        return new Refused(problem, Map.of("WWW-Authenticate", "Bearer"));
    }

    /** For what will be over soon without anybody doing something. */
    static Refused unavailable(String detail) {
        return new Refused(Problem.of(ProblemType.UNAVAILABLE, detail), Map.of("Retry-After", "5"));
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
