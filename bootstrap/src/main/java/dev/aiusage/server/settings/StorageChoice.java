package dev.aiusage.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Where usage is kept. */
public sealed interface StorageChoice {

    /** In memory: nothing is kept beyond the process. */
    record Memory() implements StorageChoice {}

    /** In memory, with demo data from the built-in file or from another. */
    final class Demo implements StorageChoice {
        private final Optional<Path> file;

        Demo(Optional<Path> file) {
            this.file = file;
        }

        public Optional<Path> file() {
            return file;
        }
    }

    /** In a PostgreSQL of our own, in the home. */
    record EmbeddedPostgres() implements StorageChoice {}

    /** In a PostgreSQL that somebody runs; migrations may have a login of their own. */
    record Postgres(DatabaseUrl service, DatabaseUrl migrations) implements StorageChoice {}
}
