package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import io.javalin.http.Context;

/** What a client sends to be connected. */
final class ConnectRequest {

    private ConnectRequest() {}

    /** Whether the vendor is to be asked before the key is kept. */
    static boolean isTried(Context context) {
        var check = QueryParameters.of(context.queryString()).one("check").orElse("false");
        return switch (check) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RequestRejected.InvalidField("check", "must be true or false");
        };
    }

    static NewConnection of(Context context, UserId user) {
        var body = JsonBody.of(context.req());
        requireByKey(body.text("method").orElse(IntegrationMethod.API.slug()));
        return new NewConnection(
                user,
                tool(body.requiredText("provider")),
                new Secret(body.requiredText("api_key")),
                body.text("organization").orElse(""),
                body.text("enterprise").orElse(""),
                body.text("account").orElse(""));
    }

    private static void requireByKey(String method) {
        if (!method.equals(IntegrationMethod.API.slug())) {
            throw new RequestRejected.InvalidField(
                    "method", "must be api: what arrives otherwise connects itself when it first arrives");
        }
    }

    private static Tool tool(String provider) {
        var slug = provider.strip();
        if (!Tool.isSlug(slug)) {
            throw new RequestRejected.InvalidField("provider", "must be a tool such as claude_code");
        }
        return Tool.named(slug);
    }
}
