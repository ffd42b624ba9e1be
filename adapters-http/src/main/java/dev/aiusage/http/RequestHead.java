package dev.aiusage.http;

import java.util.List;
import java.util.Optional;

/** What can be known of a request before its body is read. */
public interface RequestHead {

    Optional<String> header(String name);

    /** All headers of this name, in their order. */
    List<String> headers(String name);

    /** The port of this server that the request arrived at. */
    int port();

    /** Whether a browser sent it on behalf of a page from elsewhere that is none of the allowed origins. */
    boolean isCrossSite();
}
