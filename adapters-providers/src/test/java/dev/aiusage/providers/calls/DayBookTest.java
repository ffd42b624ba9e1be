package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final DayBook book = new DayBook(new DateRange(DAY, DAY.plusDays(1)));

    @Test
    void rows_add_up_by_day_and_label() {
        book.add(DAY.plusDays(1), sessions(4));
        book.add(DAY, sessions(1));
        book.add(DAY, sessions(2));
        book.addPart(DAY, Dimension.MODEL, Label.of("m"), sessions(1));
        book.addPart(DAY, Dimension.MODEL, Label.of("m"), sessions(2));
        book.addPart(DAY, Dimension.MODEL, Label.NONE, sessions(8));

        var days = book.days();
        assertThat(days).extracting("date").containsExactly(DAY, DAY.plusDays(1));
        assertThat(days.get(0).measures()).isEqualTo(sessions(3));
        assertThat(days.get(0).breakdowns()).hasSize(1);
        assertThat(days.get(0).breakdowns().get(0).measures()).isEqualTo(sessions(3));
    }

    @Test
    void days_outside_of_the_window_are_not_noted() {
        book.add(DAY.minusDays(1), sessions(1));
        book.addPart(DAY.plusDays(2), Dimension.MODEL, Label.of("m"), sessions(1));

        assertThat(book.days()).isEmpty();
    }

    @Test
    void a_sum_that_no_number_can_hold_is_malformed() {
        book.add(DAY, sessions(Long.MAX_VALUE));
        book.addPart(DAY, Dimension.MODEL, Label.of("m"), sessions(Long.MAX_VALUE));

        assertThatThrownBy(() -> book.add(DAY, sessions(1))).isInstanceOf(VendorFailure.MalformedAnswer.class);
        assertThatThrownBy(() -> book.addPart(DAY, Dimension.MODEL, Label.of("m"), sessions(1)))
                .isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    private static Measures sessions(long count) {
        return Measures.NONE.withSessions(Count.of(count));
    }
}
