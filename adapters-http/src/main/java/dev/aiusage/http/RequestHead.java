package dev.aiusage.http;

import java.util.Optional;

/** What can be known of a request before its body is read. */
public interface RequestHead {

    Optional<String> header(String name);

    /** The port of this server that the request arrived at. */
    int port();

    /** Whether a browser sent it on behalf of a page from elsewhere that is none of the allowed origins. */
    boolean isCrossSite();
}
