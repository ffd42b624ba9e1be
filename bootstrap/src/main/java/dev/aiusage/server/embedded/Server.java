package dev.aiusage.server.embedded;

import java.util.concurrent.CompletionStage;

/** A PostgreSQL server that takes connections. */
interface Server {

    int port();

    /** Completed when the server is gone, for whatever reason. */
    CompletionStage<?> exit();

    void stop();

    /** Starts one and answers when it is ready; fails with {@link EmbeddedFailure.ServerFailed}. */
    interface Launcher {
        Server launch(Cluster cluster, int port);
    }
}
