package dev.aiusage.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "US/Eastern"})
    void regions_and_utc_have_names(String name) {
        assertThat(Zones.named(name)).hasValue(ZoneId.of(name));
        assertThat(Zones.nameable(ZoneId.of(name))).isEqualTo(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "utc",
                "Z",
                "GMT",
                "CET",
                "EST5EDT",
                "+02:00",
                "UTC+2",
                "SystemV/EST5",
                "Europe/Nowhere",
                "../etc"
            })
    void offsets_abbreviations_and_inventions_are_no_names(String name) {
        assertThat(Zones.named(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Z, UTC",
        "GMT, UTC",
        "Etc/UTC, UTC",
        "UTC+0, UTC",
        "GMT+05:00, Etc/GMT-5",
        "-03:00, Etc/GMT+3",
        "+05:45, Asia/Kathmandu"
    })
    void a_machine_s_fixed_offset_is_named(String zone, String name) {
        assertThat(Zones.nameable(ZoneId.of(zone)).getId()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"EST5EDT, America/New_York", "CET, Europe/Berlin"})
    void a_machine_s_abbreviation_becomes_a_region_of_the_same_clock(String zone, String known) {
        var named = Zones.nameable(ZoneId.of(zone));

        assertThat(Zones.named(named.getId())).hasValue(named);
        for (var day = 0; day < 366; day++) {
            var noon = Instant.parse("2026-01-01T12:00:00Z").plus(Duration.ofDays(day));
            assertThat(named.getRules().getOffset(noon))
                    .isEqualTo(ZoneId.of(known).getRules().getOffset(noon));
        }
    }

    @Test
    void an_offset_of_no_region_is_taken_for_utc() {
        assertThat(Zones.nameable(ZoneOffset.ofHoursMinutes(1, 17)).getId()).isEqualTo("UTC");
    }
}
