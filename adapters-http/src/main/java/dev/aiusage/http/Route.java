package dev.aiusage.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One thing that clients can call. HEAD comes with GET, OPTIONS with every path. */
record Route(HandlerType method, String path, Handler handler) {

    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    static Route patch(String path, Handler handler) {
        return new Route(HandlerType.PATCH, path, handler);
    }

    static Route delete(String path, Handler handler) {
        return new Route(HandlerType.DELETE, path, handler);
    }
}
