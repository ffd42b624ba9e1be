package dev.aiusage.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All routes, and what HTTP asks beside them. */
final class RouteTable {

    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    List<Route> routes() {
        return routes;
    }

    void register(RoutesConfig config, Cors cors) {
        for (var route : routes) {
            config.addHttpHandler(route.method(), route.path(), route.handler());
            if (route.method().equals(HandlerType.GET)) {
                config.head(route.path(), route.handler());
            }
        }
        methodsByPath()
                .forEach((path, methods) ->
                        config.options(path, context -> cors.answerOptions(context, String.join(", ", methods))));
    }

    private Map<String, Set<String>> methodsByPath() {
        Map<String, Set<String>> byPath = new LinkedHashMap<>();
        for (var route : routes) {
            var methods = byPath.computeIfAbsent(route.path(), first -> new TreeSet<>(Set.of("OPTIONS")));
            methods.add(route.method().name());
            if (route.method().equals(HandlerType.GET)) {
                methods.add("HEAD");
            }
        }
        return byPath;
    }
}
