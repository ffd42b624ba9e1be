package dev.aiusage.server.embedded;

/** What the surroundings allow; tests answer differently for one of them. */
record Machine(
        Platform platform,
        ServerAccount.Caller caller,
        ServerAccount.Probe probe,
        Server.Launcher launcher,
        ServerStart.Ports ports) {

    static Machine real() {
        Platform platform = Platform.current();
        return new Machine(
                platform,
                ServerAccount.Caller.current(),
                Commands::succeeds,
                platform.isWindows() ? PgCtlServer::launch : WatchedServer::launch,
                ServerStart.Ports::ofThisMachine);
    }
}
