package dev.aiusage.persistence.memory;

import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.telemetry.FinerWork;
import dev.aiusage.domain.telemetry.WorkScope;
import dev.aiusage.domain.usage.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is known of a user's work with a tool more finely than by sums. */
final class KnownWork {

    private final Holdings holdings;
    private final Tool tool;
    private final Map<FinerWork, Boolean> answers = new HashMap<>();

    KnownWork(Holdings holdings, Tool tool) {
        this.holdings = holdings;
        this.tool = tool;
    }

    boolean counts(KeptSum kept) {
        return kept.rise().stepsBackFor().stream().noneMatch(work -> answers.computeIfAbsent(work, this::isKnown));
    }

    private boolean isKnown(FinerWork work) {
        return switch (work.source()) {
            case REQUEST_EVENTS, EDIT_EVENTS ->
                events(work.scope()).anyMatch(kept -> FinerWork.of(kept.event()).contains(work));
            case SINGLE_REQUEST_SUMS, SINGLE_REQUEST_COSTS ->
                sums(work.scope()).anyMatch(kept -> kept.rise().makesKnown().contains(work));
        };
    }

    private Stream<KeptSum> sums(WorkScope scope) {
        if (scope instanceof WorkScope.UtcDay day) {
            return holdings.sums
                    .between(startOf(day.date()), startOf(day.date().plusDays(1)))
                    .filter(kept -> isOfTool(IntegrationMethod.TELEMETRY::equals, kept.integration()));
        }
        return holdings.sums.in(((WorkScope.Session) scope).key());
    }

    private Stream<KeptEvent> events(WorkScope scope) {
        if (scope instanceof WorkScope.UtcDay day) {
            return holdings.events
                    .wholeBetween(startOf(day.date()), startOf(day.date().plusDays(1)))
                    .filter(kept -> isOfTool(method -> method.source() == Source.EVENTS, kept.integration()));
        }
        return holdings.events.wholeOf(((WorkScope.Session) scope).key());
    }

    private boolean isOfTool(Predicate<IntegrationMethod> wanted, IntegrationId id) {
        var integration = holdings.require(id);
        return integration.tool().equals(tool) && wanted.test(integration.method());
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
