package dev.aiusage.application.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.domain.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedRangeTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 2026-08-27, 2026-11-24",
                "2026-11-01, -, 2026-11-01, 2026-11-24",
                "-, 2026-03-31, 2026-01-01, 2026-03-31",
                "2026-11-24, 2026-11-24, 2026-11-24, 2026-11-24",
                "2025-11-24, -, 2025-11-24, 2026-11-24",
                "2026-01-01, 2026-12-31, 2026-01-01, 2026-12-31",
                "-, 2020-01-01, 2019-10-04, 2020-01-01"
            })
    void ends_that_are_left_open_are_today_and_90_days(String from, String to, String first, String last) {
        assertThat(asked(from, to).on(TODAY)).isEqualTo(range(first, last));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-25, 2026-11-24, from, 'must not be after to, which is 2026-11-24'",
                "2026-11-25, -, from, 'must not be after to, which is 2026-11-24'",
                "2025-11-23, -, from, 'must be at most 366 days with to, not 367'",
                "2019-12-31, 2020-01-01, from, must lie between 2020-01-01 and 2027-11-25",
                "-, 2027-11-26, to, must lie between 2020-01-01 and 2027-11-25",
                "-999999999-01-01, -, from, must lie between 2020-01-01 and 2027-11-25",
                "-, -999999999-01-01, to, must lie between 2020-01-01 and 2027-11-25",
                "-, +999999999-12-31, to, must lie between 2020-01-01 and 2027-11-25"
            })
    void other_ranges_are_refused_by_the_field_to_mend(String from, String to, String field, String message) {
        assertThat(refused(from, to).field()).isEqualTo(field);
        assertThat(refused(from, to)).hasMessage(message);
    }

    @Test
    void nothing_asked_for_is_open_on_both_sides() {
        assertThat(AskedRange.OPEN.on(TODAY)).isEqualTo(DateRange.lastDays(90, TODAY));
    }

    private static RequestRejected.InvalidField refused(String from, String to) {
        return catchThrowableOfType(
                RequestRejected.InvalidField.class, () -> asked(from, to).on(TODAY));
    }

    private static AskedRange asked(String from, String to) {
        return new AskedRange(
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse));
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
