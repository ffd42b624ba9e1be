package dev.aiusage.application.syncing;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.IntegrationMissing;
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
import dev.aiusage.domain.integration.SyncError;
import dev.aiusage.domain.integration.SyncErrorCode;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.SyncStatus;
import dev.aiusage.domain.integration.Tool;
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
    private final VendorLanes lanes;
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
        this.lanes = new VendorLanes(pace.atOnceOfVendor(), RandomGenerator.getDefault());
    }

    @Override
    public Optional<Instant> run(UserId user, IntegrationId integration) {
        try {
            var held = integrations.find(user, integration);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            if (!held.orElseThrow().integration().connection().isActive()) {
                giveUp(user, integration);
                return Optional.empty();
            }
            return inLane(user, held.orElseThrow());
        } catch (SyncInterrupted stopping) {
            throw stopping;
        } catch (RequestRejected | IntegrationMissing removedMeanwhile) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            journal.turnFailed(integration, failed);
            throw failed;
        }
    }

    private Optional<Instant> inLane(UserId user, KeyedIntegration held) {
        var tool = held.integration().tool();
        if (!entered(tool)) {
            return Optional.of(lanes.later(clock.instant()));
        }
        try {
            var run = runs.begin(user, held.integration().id(), clock.instant());
            return attempt(user, run, held);
        } finally {
            lanes.leave(tool);
        }
    }

    private boolean entered(Tool tool) {
        try {
            return lanes.enter(tool);
        } catch (InterruptedException stopping) {
            throw interrupted();
        }
    }

    private static SyncInterrupted interrupted() {
        Thread.currentThread().interrupt();
        return new SyncInterrupted();
    }

    @Override
    public boolean isOverdue(UserId user, IntegrationId integration, Optional<Instant> next) {
        var soon = clock.instant().plus(VendorLanes.LATEST);
        return next.filter(at -> !at.isAfter(soon)).isEmpty()
                && integrations
                        .find(user, integration)
                        .map(KeyedIntegration::integration)
                        .filter(found -> found.connection().isActive())
                        .isPresent()
                && runs.isWaiting(user, integration);
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
            return note(user, run, held, outcome);
        } catch (RunOvertaken overtaken) {
            return Optional.of(clock.instant());
        }
    }

    private Outcome fetched(UserId user, SyncRun run, KeyedIntegration held, Secret key) {
        try {
            return fetch(user, run, held, key);
        } catch (VendorFailure failure) {
            if (Thread.currentThread().isInterrupted()) {
                // The vendor has not failed; the call was given up.
                throw interrupted();
            }
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
        // The storage keeps one window of an integration at a time: more of them would only wait there, on its
        // connections.
        var keeping = new Object();
        var unusable = new UnusableAnswers();
        try {
            pace.fetches()
                    .each(
                            windows,
                            window -> unusable.passOver(() -> {
                                var fetched = FetchedWindow.of(access, scope, window, clock.instant());
                                synchronized (keeping) {
                                    days.keep(user, run, fetched);
                                }
                            }));
        } catch (InterruptedException stopping) {
            throw interrupted();
        }
        unusable.first().ifPresent(failure -> {
            throw failure;
        });
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

    /** Returns when the integration's next turn is. */
    private Optional<Instant> note(UserId user, SyncRun run, KeyedIntegration held, Outcome outcome) {
        var connection = outcome.connection();
        var isNoted = connection.equals(held.integration().connection())
                || integrations.noteStatus(
                        user, run.integration(), held.key(), connection.status(), connection.detail());
        var ended = run.ended(outcome.status(), outcome.error(), clock.instant());
        runs.end(user, ended);
        journal.ended(ended);
        if (isNoted && !connection.isActive()) {
            giveUp(user, run.integration());
        }
        // What ends its turns holds for the key as it was: of another one, or the same sealed anew, the next turn
        // tells.
        return outcome.next().isPresent() || isNoted ? outcome.next() : Optional.of(clock.instant());
    }

    /** Runs that wait, or were left in the middle, would wait for ever. */
    private void giveUp(UserId user, IntegrationId integration) {
        var why = new SyncError(SyncErrorCode.INACTIVE, "The integration is not active any more.");
        runs.giveUp(user, integration, why, clock.instant());
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
