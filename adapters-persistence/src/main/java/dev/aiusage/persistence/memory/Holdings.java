package dev.aiusage.persistence.memory;

import dev.aiusage.application.access.IngestTokenId;
import dev.aiusage.application.access.KeptToken;
import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.application.syncing.FetchedDay;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.DayState;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that one user has. */
final class Holdings {

    private static final Comparator<Integration> BY_TOOL_METHOD_SCOPE = Comparator.comparing(Integration::tool)
            .thenComparing(integration -> integration.method().slug())
            .thenComparing(integration -> integration.scope().organization(), Texts.BY_CODE_POINT)
            .thenComparing(integration -> integration.scope().account(), Texts.BY_CODE_POINT);

    final Map<IntegrationId, Integration> integrations = new HashMap<>();
    final Map<IntegrationId, SealedKey> keys = new HashMap<>();
    final Map<IntegrationId, List<SyncRun>> runs = new HashMap<>();
    final Map<IngestTokenId, KeptToken> tokens = new LinkedHashMap<>();
    final Map<ScreenshotId, HeldScreenshot> screenshots = new HashMap<>();
    final KeptEvents events = new KeptEvents();
    final KeptSums sums = new KeptSums();
    final Map<LogFileId, LogMark> marks = new HashMap<>();
    final Map<IntegrationId, String> priceVersions = new HashMap<>();
    final Map<DeviceId, Device> devices = new HashMap<>();
    HistoryId history = new HistoryId(UUID.randomUUID());
    Optional<Instant> lastAsked = Optional.empty();
    private final Map<IntegrationId, NavigableMap<LocalDate, UsageDay>> days = new HashMap<>();
    private final Map<IntegrationId, NavigableMap<LocalDate, FetchedDay>> fetched = new HashMap<>();

    List<Integration> sortedIntegrations() {
        return integrations.values().stream().sorted(BY_TOOL_METHOD_SCOPE).toList();
    }

    Integration require(IntegrationId id) {
        var integration = integrations.get(id);
        if (integration == null) {
            throw new IntegrationMissing(id);
        }
        return integration;
    }

    NavigableMap<LocalDate, UsageDay> days(IntegrationId integration) {
        return days.computeIfAbsent(integration, first -> new TreeMap<>());
    }

    /** The days that its vendor was asked for. */
    NavigableMap<LocalDate, FetchedDay> fetched(IntegrationId integration) {
        return fetched.computeIfAbsent(integration, first -> new TreeMap<>());
    }

    Optional<KeyedIntegration> find(IntegrationId id) {
        return Optional.ofNullable(integrations.get(id))
                .map(held -> new KeyedIntegration(held, keys.getOrDefault(id, SealedKey.NONE)));
    }

    /** One that stands where this one would. */
    Optional<Integration> sameAs(Integration other) {
        return integrations.values().stream()
                .filter(known -> !known.id().equals(other.id()))
                .filter(known -> known.tool().equals(other.tool()) && known.method() == other.method())
                .filter(known -> known.scope().equals(other.scope()))
                .findFirst();
    }

    void put(KeyedIntegration keyed) {
        var id = keyed.integration().id();
        integrations.put(id, keyed.integration());
        keys.put(id, keyed.key());
    }

    /** That they were once fetched stays known, or a history of years would begin anew with the last 90 days. */
    void forgetDays(IntegrationId integration) {
        days.remove(integration);
        fetched(integration)
                .replaceAll((date, day) -> new FetchedDay(date, DayState.PROVISIONAL, false, Instant.EPOCH));
    }

    Device note(UserId user, DeviceName name, Instant at) {
        var instant = at.truncatedTo(ChronoUnit.MICROS);
        var fresh = new Device(name.idOf(user), name, "", instant, instant);
        return devices.merge(fresh.id(), fresh, (known, same) -> known.seenAt(instant));
    }

    void remove(Device device) {
        new Recording(this)
                .apply(
                        events.of(device.name())
                                .map(kept -> new Change(kept, null))
                                .toList(),
                        List.of());
        devices.remove(device.id());
        marks.clear();
        history = new HistoryId(UUID.randomUUID());
    }

    void remove(IntegrationId integration) {
        var ofEvents =
                events.of(integration).map(kept -> new Change(kept, null)).toList();
        var ofSums = new SumChange(sums.of(integration).collect(Collectors.toSet()), Set.of());
        new Recording(this).apply(ofEvents, List.of(ofSums));
        days.remove(integration);
        fetched.remove(integration);
        runs.remove(integration);
        keys.remove(integration);
        integrations.remove(integration);
    }
}
