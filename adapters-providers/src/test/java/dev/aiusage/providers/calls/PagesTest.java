package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void each_page_names_the_next_one_until_one_names_none() {
        var asked = new ArrayList<Optional<String>>();

        Pages.all(page -> {
            asked.add(page);
            return Optional.of("page " + asked.size()).filter(name -> asked.size() < 3);
        });

        assertThat(asked).isEqualTo(List.of(Optional.empty(), Optional.of("page 1"), Optional.of("page 2")));
    }

    @Test
    void pages_that_lead_back_or_never_end_are_malformed() {
        assertThatThrownBy(() -> Pages.all(page -> Optional.of("the same")))
                .isInstanceOf(VendorFailure.MalformedAnswer.class);

        var number = new AtomicInteger();
        assertThatThrownBy(() -> Pages.all(page -> Optional.of("page " + number.incrementAndGet())))
                .isInstanceOf(VendorFailure.MalformedAnswer.class);
        assertThat(number).hasValueLessThanOrEqualTo(10_000);
    }

    @Test
    void names_that_no_address_could_hold_are_malformed() {
        assertThatThrownBy(() -> Pages.all(page -> Optional.of("x".repeat(5000))))
                .isInstanceOf(VendorFailure.MalformedAnswer.class);
    }
}
