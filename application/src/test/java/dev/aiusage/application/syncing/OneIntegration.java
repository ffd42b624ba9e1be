package dev.aiusage.application.syncing;

import dev.aiusage.application.SettableClock;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.application.integrations.FakeKeyVault;
import dev.aiusage.application.integrations.FakeSyncRuns;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.VendorKeys;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** One integration, a vendor for it, and all that is needed to synchronise it. */
abstract class OneIntegration {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final DateRange LAST_90 = DateRange.lastDays(90, TODAY);
    static final UserId USER = UserId.LOCAL;
    static final Secret KEY = new Secret("crsr_0123456789abcdef");

    final SettableClock clock = new SettableClock(NOON.toString());
    final FakeIntegrations integrations = new FakeIntegrations();
    final FakeKeyVault vault = new FakeKeyVault();
    final FakeSyncRuns runs = new FakeSyncRuns();
    final FakeSyncedDays days = new FakeSyncedDays();
    final FakeVendor vendor = new FakeVendor();
    final List<RuntimeException> defects = new ArrayList<>();
    final List<RuntimeException> failedTurns = new ArrayList<>();
    final ExecutorService threads = Executors.newCachedThreadPool();
    final SyncIntegration sync = new SyncIntegration(
            integrations,
            new VendorKeys(integrations, vault),
            new UsageVendors(List.of(vendor)),
            runs,
            days,
            new SyncPace(new DailyTurns(LocalTime.MIDNIGHT, ZoneOffset.UTC), threads, 3, 1),
            new SyncJournal() {
                @Override
                public void ended(SyncRun run) {}

                @Override
                public void failedInHere(SyncRun run, RuntimeException defect) {
                    defects.add(defect);
                }

                @Override
                public void turnFailed(IntegrationId integration, RuntimeException failure) {
                    failedTurns.add(failure);
                }
            },
            clock);
    final IntegrationId id = connected(Scope.EVERYTHING);

    final IntegrationId connected(Scope scope) {
        var integration = IntegrationId.random();
        var fresh = Integration.opened(integration, USER, Tool.CURSOR, IntegrationMethod.API, scope, NOON)
                .with(Connection.by(KEY));
        integrations.connect(
                new KeyedIntegration(fresh, vault.seal(KEY, USER, integration)),
                AuditEntry.by(USER, AuditAction.INTEGRATION_CONNECTED, integration.value(), NOON));
        return integration;
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    final Integration held() {
        return integrations.find(USER, id).orElseThrow().integration();
    }

    final SyncRun lastRun() {
        return runs.all.get(runs.all.size() - 1);
    }

    final List<LocalDate> fetchedDays() {
        return vendor.fetched.stream().flatMap(DateRange::stream).toList();
    }

    static Instant midnight() {
        return TODAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static void awaitIgnoring(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
