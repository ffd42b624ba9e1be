package dev.aiusage.http;

import java.util.List;

/** What CodeBurn's sync wants to know before it sends anything (version 1 of its discovery document). */
record CodeBurnView(
        int version, String issuer, String clientId, List<String> scopes, String tracesPath, int maxBatchSize) {

    private static final List<String> SCOPES = List.of("openid", "email");
    private static final int SPANS_AT_ONCE = 1000;

    static CodeBurnView of(CodeBurnLogin login) {
        return new CodeBurnView(1, login.issuer(), login.clientId(), SCOPES, OtlpPaths.PLAIN + "traces", SPANS_AT_ONCE);
    }
}
