package dev.aiusage;

import dev.aiusage.application.health.StorageHealth;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.db.Migrations;
import dev.aiusage.persistence.memory.InMemoryStore;
import dev.aiusage.persistence.postgres.PostgresStore;
import dev.aiusage.providers.files.DemoData;
import java.time.Clock;
import javax.sql.DataSource;

/** The driven ports of one storage. */
record Storage(
        Integrations integrations, UsageEvents events, UsageMetrics metrics, LogMarks marks, StorageHealth health) {

    static Storage postgres(DataSource service, DataSource owner, String schema, String login) {
        throw new IllegalStateException();
    }

    static Storage inMemory() {
        throw new IllegalStateException();
    }

    static Storage demo(DemoData data, Clock clock) {
        throw new IllegalStateException();
    }
}
