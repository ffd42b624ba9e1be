package dev.aiusage.http.authentication;

import java.util.concurrent.CompletableFuture;

/** Where an issuer's keys come from. */
interface KeySetSource {

    /** Returns at once; the answer, or why there is none, comes within a few seconds. */
    CompletableFuture<KeySet> fetch();
}
