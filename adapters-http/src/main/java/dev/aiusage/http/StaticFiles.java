package dev.aiusage.http;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.util.Set;

/** Answers with a file of the page where no route matched. */
final class StaticFiles implements ResourceHandler {

    private final WebFiles files;

    StaticFiles(WebFiles files) {
        this.files = files;
    }

    @Override
    public boolean canHandle(Context context) {
        return files.find(context.path()).isPresent();
    }

    @Override
    public boolean handle(Context context) {
        var file = files.find(context.path());
        file.ifPresent(found -> Answers.cached(context, found, Answers.PUBLIC));
        return file.isPresent();
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        return false;
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context context) {
        return Set.of();
    }
}
