package dev.aiusage.server.embedded;

/** Leads to the databases of the server on a port of this machine. */
record JdbcUrl(int port) {

    // Demanding scram keeps the password from a stranger who took the port while our server was down.
    String of(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256&sslmode=disable".formatted(port, database);
    }
}
