package dev.aiusage.persistence;

import static dev.aiusage.persistence.Events.edit;
import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public interface ZonedDaysContract extends StorageContract {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29",
        "Europe/Berlin, 2026-10-25",
        "America/St_Johns, 2026-03-08",
        "America/St_Johns, 2026-11-01",
        "Pacific/Chatham, 2026-04-05",
        "Pacific/Chatham, 2026-09-27",
        "Asia/Kathmandu, 2026-06-01",
        "Africa/Casablanca, 2026-02-15",
        "UTC, 2026-06-01"
    })
    default void every_quarter_of_an_hour_falls_to_its_local_day_when_clocks_change(String zone, LocalDate change) {
        var logs = storage().logs(someUser());
        Map<LocalDate, Long> expected = new TreeMap<>();
        List<UsageEvent> events = new ArrayList<>();
        var from = change.minusDays(2).atStartOfDay(ZoneId.of("UTC")).toInstant();
        for (var at = from; at.isBefore(from.plus(Duration.ofDays(5))); at = at.plus(Duration.ofMinutes(15))) {
            events.add(request("first " + at).at(at).build());
            events.add(request("last " + at)
                    .at(at.plus(Duration.ofMinutes(15)).minusNanos(1_000))
                    .build());
            expected.merge(LocalDate.ofInstant(at, ZoneId.of(zone)), 2L, Long::sum);
        }

        storage().events().record(logs.user(), logs.id(), events);

        assertThat(storage().zonedDays(logs, zone).stream()
                        .collect(Collectors.toMap(
                                UsageDay::date,
                                day -> day.measures().requests().count().orElse(0))))
                .isEqualTo(expected);
    }

    @Test
    default void a_day_of_a_zone_has_its_own_measures_and_breakdowns() {
        var user = someUser();
        var logs = storage().logs(user);
        var events = Stream.of(
                        request("1")
                                .at("2026-11-23T22:59:59.999999Z")
                                .model("opus")
                                .project("shop")
                                .session("s"),
                        request("2")
                                .at("2026-11-23T23:00:00Z")
                                .model("opus")
                                .session("s")
                                .tokens(3, 4),
                        request("3")
                                .at("2026-11-24T22:59:59Z")
                                .model("haiku")
                                .project("shop")
                                .session("s"),
                        edit("4")
                                .at("2026-11-24T10:00:00Z")
                                .language("java")
                                .lines(1, 2)
                                .accepted())
                .map(Events::build)
                .toList();
        storage().events().record(user, logs.id(), events);

        var tuesday = storage().zonedDays(logs, "Europe/Berlin").get(1);

        assertThat(tuesday.date()).isEqualTo("2026-11-24");
        assertThat(tuesday.measures().requests().count()).isEqualTo(Count.of(2));
        assertThat(tuesday.measures().sessions()).isEqualTo(Count.ZERO);
        assertThat(tuesday.measures().cost().isKnown()).isFalse();
        assertThat(tuesday.breakdowns())
                .extracting(part -> part.dimension().slug() + "=" + part.label() + " "
                        + part.measures().requests().count())
                .containsExactly("model=haiku 1", "model=opus 1", "project=shop 1", "language=java –");
        assertThat(tuesday.breakdowns(Dimension.LANGUAGE)
                        .map(part -> part.measures().lines().added()))
                .containsExactly(Count.ONE);
    }

    @Test
    default void only_the_days_of_the_range_are_there() {
        var logs = storage().logs(someUser());
        var events = Stream.of(
                        "2026-11-23T22:59:59Z", "2026-11-23T23:00:00Z", "2026-11-25T22:59:59Z", "2026-11-25T23:00:00Z")
                .map(at -> request(at).at(at).build())
                .toList();
        storage().events().record(logs.user(), logs.id(), events);

        var range = new DateRange(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25));
        var usage = storage().metrics().usage(logs.user(), range, ZoneId.of("Europe/Berlin"));

        assertThat(usage.integrations().get(0).zonedDays())
                .extracting(day -> day.date() + ": " + day.measures().requests().count())
                .containsExactly("2026-11-24: 1", "2026-11-25: 1");
        assertThat(usage.integrations().get(0).utcDays())
                .extracting(day -> day.date() + ": " + day.measures().requests().count())
                .containsExactly("2026-11-25: 2");
    }

    @Test
    default void a_zone_changes_days_and_no_total() {
        var logs = storage().logs(someUser());
        storage()
                .events()
                .record(logs.user(), logs.id(), RandomEvents.withSeed(7).copies());

        var utc = total(storage().utcDays(logs));

        for (var zone : List.of("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Chatham", "Asia/Kathmandu")) {
            assertThat(total(storage().zonedDays(logs, zone))).as(zone).isEqualTo(utc);
        }
    }

    @Test
    default void a_sum_that_is_too_large_only_in_a_zone_is_an_error_there_alone() {
        var logs = storage().logs(someUser());
        var half = Long.MAX_VALUE / 2 + 1;
        var events = List.of(
                request("1")
                        .at(Instant.parse("2026-11-23T23:30:00Z"))
                        .tokens(half, 0)
                        .build(),
                request("2")
                        .at(Instant.parse("2026-11-24T00:30:00Z"))
                        .tokens(half, 0)
                        .build());
        storage().events().record(logs.user(), logs.id(), events);

        assertThat(storage().utcDays(logs)).hasSize(2);
        assertThatThrownBy(() -> storage().zonedDays(logs, "Europe/Berlin")).isInstanceOf(ArithmeticException.class);
    }

    private static Measures total(List<UsageDay> days) {
        return days.stream().map(UsageDay::measures).reduce(Measures.NONE, Measures::plus);
    }
}
