package dev.aiusage.application.syncing;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.Integrations;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.OpenedKey;
import dev.aiusage.application.integrations.SyncRuns;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.application.integrations.VendorKeys;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Fetches what is still open of an integration's usage, window by window, and notes how that went. */
public final class SyncIntegration implements SyncWork {

    private final Integrations integrations;
    private final VendorKeys keys;
    private final UsageVendors vendors;
    private final SyncRuns runs;
    private final SyncedDays days;
    private final SyncPace pace;
    private final SyncJournal journal;
    private final Clock clock;
    private final RetryTimes retries = new RetryTimes(RandomGenerator.getDefault());

    public SyncIntegration(
            Integrations integrations,
            VendorKeys keys,
            UsageVendors vendors,
            SyncRuns runs,
            SyncedDays days,
            SyncPace pace,
            SyncJournal journal,
            Clock clock) {
        this.integrations = integrations;
        this.keys = keys;
        this.vendors = vendors;
        this.runs = runs;
        this.days = days;
        this.pace = pace;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> run(UserId user, IntegrationId integration) {
        var held = integrations.find(user, integration);
        if (held.filter(found -> found.integration().connection().isActive()).isEmpty()) {
            return Optional.empty();
        }
        var run = runs.begin(user, integration, clock.instant());
        var next = attempt(user, run, held.orElseThrow());
        return runs.isWaiting(user, integration) ? Optional.of(clock.instant()) : next;
    }

    private Optional<Instant> attempt(UserId user, SyncRun run, KeyedIntegration held) {
        try {
            var outcome = keys.open(user, run.integration()).match(new OpenedKey.Cases<Outcome>() {
                @Override
                public Outcome opened(Secret secret) {
                    return fetched(user, run, held, secret);
                }

                @Override
                public Outcome unreadable(UnreadableKey why) {
                    return outcomes(run, held).keyUnreadable(connectionOf(user, held));
                }
            });
            note(user, run, held, outcome);
            return outcome.next();
        } catch (RunOvertaken overtaken) {
            return Optional.of(clock.instant());
        }
    }

    private Outcome fetched(UserId user, SyncRun run, KeyedIntegration held, Secret key) {
        try {
            return fetch(user, run, held, key);
        } catch (VendorFailure failure) {
            return failure.match(outcomes(run, held));
        } catch (RunOvertaken | StorageUnavailable | SyncInterrupted passing) {
            throw passing;
        } catch (RuntimeException unexpected) {
            journal.failedInHere(run, unexpected);
            return outcomes(run, held).internal();
        }
    }

    private Outcome fetch(UserId user, SyncRun run, KeyedIntegration held, Secret key) {
        var integration = held.integration();
        var scope = integration.scope();
        var access = vendors.of(integration.tool())
                .orElseThrow(() -> new IllegalStateException("no client for " + integration.tool()))
                .open(new VendorAccount(key, scope));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var windows = new OpenDays(days.of(user, run.integration()), today)
                .of(run).stream()
                        .flatMap(stretch -> access.windows(stretch).stream())
                        .distinct()
                        .toList();
        try {
            pace.fetches().each(windows, window -> {
                var asked = clock.instant();
                days.keep(user, run, FetchedWindow.of(access, scope, window, asked));
            });
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SyncInterrupted();
        }
        return succeeded(user, run, held, access);
    }

    private Outcome succeeded(UserId user, SyncRun run, KeyedIntegration held, VendorAccess access) {
        integrations.noteSynced(user, run.integration(), clock.instant());
        var hasUsage = days.of(user, run.integration()).stream().anyMatch(FetchedDay::hasUsage);
        var connection = held.integration().connection();
        return new Outcome(
                SyncStatus.SUCCEEDED,
                Optional.empty(),
                hasUsage ? connection.resumed() : connection.in(IntegrationStatus.EMPTY, access.hintIfEmpty()),
                Optional.of(pace.daily().after(clock.instant(), run.integration())));
    }

    private void note(UserId user, SyncRun run, KeyedIntegration held, Outcome outcome) {
        if (!outcome.connection().equals(held.integration().connection())) {
            var connection = outcome.connection();
            integrations.noteStatus(user, run.integration(), held.key(), connection.status(), connection.detail());
        }
        var ended = run.ended(outcome.status(), outcome.error(), clock.instant());
        runs.end(user, ended);
        journal.ended(ended);
    }

    private FailureOutcomes outcomes(SyncRun run, KeyedIntegration held) {
        var now = clock.instant();
        return new FailureOutcomes(
                held.integration().connection(),
                run.attempt(),
                now,
                pace.daily().after(now, run.integration()),
                retries);
    }

    private Connection connectionOf(UserId user, KeyedIntegration held) {
        return integrations
                .find(user, held.integration().id())
                .map(found -> found.integration().connection())
                .orElseThrow(RunOvertaken::new);
    }
}
