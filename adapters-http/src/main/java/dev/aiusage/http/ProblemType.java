package dev.aiusage.http;

/** The kinds of problems that clients can tell apart. The URNs never change. */
enum ProblemType {
    MALFORMED(400, "malformed-request", "Malformed request"),
    UNAUTHENTICATED(401, "unauthenticated", "Not authenticated"),
    FORBIDDEN(403, "forbidden", "Forbidden"),
    NOT_FOUND(404, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
    TIMED_OUT(408, "request-timeout", "Request timed out"),
    ALREADY_CONNECTED(409, "already-connected", "Already connected"),
    TOO_LARGE(413, "too-large", "Too large"),
    URI_TOO_LONG(414, "uri-too-long", "URI too long"),
    UNSUPPORTED_ENCODING(415, "unsupported-encoding", "Unsupported content encoding"),
    UNSUPPORTED_TYPE(415, "unsupported-media-type", "Unsupported media type"),
    INVALID_FIELD(422, "invalid-field", "Invalid field"),
    UNRECOGNISED_FORMAT(422, "unrecognised-format", "Unrecognised format"),
    TOO_SOON(429, "too-soon", "Too soon"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "Request headers too large"),
    INTERNAL(500, "internal-error", "Internal error"),
    VENDOR_UNAVAILABLE(503, "vendor-unavailable", "The vendor can't be asked"),
    NOT_SET_UP(503, "not-set-up", "Not set up"),
    UNAVAILABLE(503, "unavailable", "Temporarily unavailable");

    private final int status;
    private final String slug;
    private final String title;

    ProblemType(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    int status() {
        return status;
    }

    String urn() {
        return "urn:ai-usage:problem:" + slug;
    }

    String title() {
        return title;
    }
}
