package dev.aiusage.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Tells CodeBurn's sync where its users log in and where it sends what it read. Public: nobody has logged in yet. */
final class CodeBurnRoutes {

    private final Optional<CodeBurnLogin> login;

    CodeBurnRoutes(Optional<CodeBurnLogin> login) {
        this.login = login;
    }

    List<Route> routes() {
        return List.of(Route.get("/.well-known/codeburn-export.json", this::show));
    }

    private void show(Context context) {
        var known = login.orElseThrow(() -> new Refused(Problem.of(
                ProblemType.NOT_FOUND,
                "CodeBurn's sync needs a login: AUTH_JWT_ISSUER and CODEBURN_CLIENT_ID say which.")));
        Answers.json(context, 200, CodeBurnView.of(known));
    }
}
