package dev.aiusage;

import dev.aiusage.application.access.IngestTokens;
import dev.aiusage.application.access.Users;
import dev.aiusage.application.audit.AuditTrail;
import dev.aiusage.application.health.StorageHealth;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.application.integrations.SyncSchedule;
import dev.aiusage.application.rotation.StoredKeys;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.syncing.SyncWork;
import dev.aiusage.application.syncing.SyncedDays;
import dev.aiusage.application.telemetry.TelemetrySums;
import dev.aiusage.application.usage.UsageEvents;
import dev.aiusage.application.usage.UsageMetrics;
import dev.aiusage.persistence.memory.InMemoryAuditTrail;
import dev.aiusage.persistence.memory.InMemoryIngestTokens;
import dev.aiusage.persistence.memory.InMemoryIntegrations;
import dev.aiusage.persistence.memory.InMemoryLogMarks;
import dev.aiusage.persistence.memory.InMemoryStorageHealth;
import dev.aiusage.persistence.memory.InMemoryStore;
import dev.aiusage.persistence.memory.InMemoryStoredKeys;
import dev.aiusage.persistence.memory.InMemorySyncRuns;
import dev.aiusage.persistence.memory.InMemorySyncSchedule;
import dev.aiusage.persistence.memory.InMemorySyncTurns;
import dev.aiusage.persistence.memory.InMemorySyncedDays;
import dev.aiusage.persistence.memory.InMemoryTelemetrySums;
import dev.aiusage.persistence.memory.InMemoryUsageEvents;
import dev.aiusage.persistence.memory.InMemoryUsageMetrics;
import dev.aiusage.persistence.memory.InMemoryUsers;
import dev.aiusage.persistence.postgres.PostgresAuditTrail;
import dev.aiusage.persistence.postgres.PostgresIngestTokens;
import dev.aiusage.persistence.postgres.PostgresIntegrations;
import dev.aiusage.persistence.postgres.PostgresLogMarks;
import dev.aiusage.persistence.postgres.PostgresStorageHealth;
import dev.aiusage.persistence.postgres.PostgresStoredKeys;
import dev.aiusage.persistence.postgres.PostgresSyncRuns;
import dev.aiusage.persistence.postgres.PostgresSyncedDays;
import dev.aiusage.persistence.postgres.PostgresTelemetrySums;
import dev.aiusage.persistence.postgres.PostgresUsageEvents;
import dev.aiusage.persistence.postgres.PostgresUsageMetrics;
import dev.aiusage.persistence.postgres.PostgresUsers;
import dev.aiusage.persistence.postgres.UserTransactions;
import dev.aiusage.persistence.postgres.scheduling.PostgresSyncSchedule;
import dev.aiusage.persistence.postgres.scheduling.SyncTurns;
import dev.aiusage.persistence.postgres.scheduling.Wakers;
import dev.aiusage.providers.files.DemoData;
import java.time.Clock;
import javax.sql.DataSource;

/** The driven ports of one storage. */
record Storage(
        Integrations integrations,
        UsageEvents events,
        TelemetrySums sums,
        UsageMetrics metrics,
        LogMarks marks,
        StorageHealth health,
        Access access) {

    /** What keys, tokens and their traces are kept in. */
    record Access(Users users, IngestTokens tokens, StoredKeys keys, AuditTrail audit, Syncing syncing) {}

    /** What synchronisations are kept in, and who takes their turns. */
    record Syncing(SyncRuns runs, SyncSchedule schedule, Background background) {}

    /** What synchronising itself works with: as the others, but with few connections at once. */
    record Background(Integrations integrations, SyncRuns runs, SyncedDays days, TurnTaking turns) {}

    /** Begins to take turns from the schedule, until it is closed. */
    @FunctionalInterface
    interface TurnTaking {
        Synchronisation start(SyncWork work, int integrationsAtOnce);
    }

    /** Of background work: enough to keep a database busy, and few enough for a small pool to serve people beside it. */
    private static final int BACKGROUND_CONNECTIONS = 3;

    static Storage postgres(DataSource service, String schema) {
        var transactions = new UserTransactions(service, schema);
        var background = transactions.atMost(BACKGROUND_CONNECTIONS);
        var wakers = new Wakers();
        return new Storage(
                new PostgresIntegrations(transactions),
                new PostgresUsageEvents(transactions),
                new PostgresTelemetrySums(transactions),
                new PostgresUsageMetrics(transactions),
                new PostgresLogMarks(transactions),
                new PostgresStorageHealth(service, "postgresql"),
                new Access(
                        new PostgresUsers(transactions),
                        new PostgresIngestTokens(transactions),
                        new PostgresStoredKeys(transactions),
                        new PostgresAuditTrail(transactions),
                        new Syncing(
                                new PostgresSyncRuns(transactions),
                                new PostgresSyncSchedule(service, schema, wakers),
                                new Background(
                                        new PostgresIntegrations(background),
                                        new PostgresSyncRuns(background),
                                        new PostgresSyncedDays(background),
                                        (work, atOnce) ->
                                                SyncTurns.start(service, schema, wakers, work, atOnce)::close))));
    }

    static Storage inMemory(Clock clock) {
        var store = new InMemoryStore();
        var schedule = new InMemorySyncSchedule();
        var integrations = new InMemoryIntegrations(store);
        var runs = new InMemorySyncRuns(store);
        return new Storage(
                integrations,
                new InMemoryUsageEvents(store),
                new InMemoryTelemetrySums(store),
                new InMemoryUsageMetrics(store),
                new InMemoryLogMarks(store),
                new InMemoryStorageHealth(),
                new Access(
                        new InMemoryUsers(),
                        new InMemoryIngestTokens(store),
                        new InMemoryStoredKeys(store),
                        new InMemoryAuditTrail(store),
                        new Syncing(
                                runs,
                                schedule,
                                new Background(
                                        integrations,
                                        runs,
                                        new InMemorySyncedDays(store),
                                        (work, atOnce) ->
                                                InMemorySyncTurns.start(schedule, work, clock, atOnce)::close))));
    }

    /** In memory, but what is shown is the demo's. */
    static Storage demo(DemoData data, Clock clock) {
        var memory = inMemory(clock);
        return new Storage(
                memory.integrations,
                memory.events,
                memory.sums,
                new DemoUsageMetrics(data, clock),
                memory.marks,
                memory.health,
                memory.access);
    }
}
