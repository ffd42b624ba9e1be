package dev.aiusage.http;

import io.javalin.http.Context;
import java.util.List;

/** What people read: the dashboard page, and the contract as a page and as a file. */
final class PageRoutes {

    private final WebFiles files;
    private final Representation contract = WebFiles.resource("/openapi.yaml", "application/yaml");

    PageRoutes(WebFiles files) {
        this.files = files;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", context -> page(context, "/index.html")),
                Route.get("/docs", context -> page(context, "/docs.html")),
                Route.get("/openapi.yaml", context -> Answers.cached(context, contract, Answers.PUBLIC)));
    }

    private void page(Context context, String file) {
        var page = files.find(file).orElseThrow(() -> new IllegalStateException("missing on the class path: " + file));
        Answers.cached(context, page, Answers.PUBLIC);
    }
}
