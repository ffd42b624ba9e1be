package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Label;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

    private BadVendor vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new BadVendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void whole_numbers_come_as_numbers_and_as_texts() {
        assertThat(row("7").count("n")).isEqualTo(Count.of(7));
        assertThat(row("7.0").count("n")).isEqualTo(Count.of(7));
        assertThat(row("\"7\"").count("n")).isEqualTo(Count.of(7));
        assertThat(row("7e3").count("n")).isEqualTo(Count.of(7000));
        assertThat(row("0").count("n")).isEqualTo(Count.ZERO);
        assertThat(row("9223372036854775807").count("n")).isEqualTo(Count.of(Long.MAX_VALUE));
    }

    @Test
    void what_is_missing_or_null_is_unknown() {
        assertThat(row("null").count("n")).isEqualTo(Count.UNKNOWN);
        assertThat(row("null").count("other")).isEqualTo(Count.UNKNOWN);
        assertThat(row("null").decimal("n")).isEmpty();
        assertThat(row("null").text("n")).isEmpty();
        assertThat(row("null").label("n")).isEqualTo(Label.NONE);
        assertThat(row("null").object("n").count("n")).isEqualTo(Count.UNKNOWN);
        assertThat(row("null").objects("n").count()).isZero();
    }

    @Test
    void numbers_that_are_no_counts_are_refused_by_the_name_of_their_field() {
        for (var odd : new String[] {
            "-1",
            "99999999999999999999",
            "9223372036854775808",
            "1e308",
            "1e999999999",
            "1e-999999999",
            "1.5",
            "0.1e-40",
            "true",
            "{}",
            "[]",
            "\"secret\"",
            "\"\"",
            "\"1e999999999\"",
            "\"-3\"",
            "\"NaN\"",
            "\"" + "9".repeat(500) + "\""
        }) {
            assertMalformed(odd, row -> row.count("n"), "n is");
        }
    }

    @Test
    void amounts_are_exact() {
        assertThat(row("0.1").decimal("n")).contains(new BigDecimal("0.1"));
        assertThat(row("\"20.18232\"").decimal("n")).contains(new BigDecimal("20.18232"));
        assertThat(row("1234567890123456789.123456789").decimal("n"))
                .contains(new BigDecimal("1234567890123456789.123456789"));
        for (var odd : new String[] {"1e308", "\"1e-400\"", "\"secret\"", "true", "{}", "\"Infinity\""}) {
            assertMalformed(odd, row -> row.decimal("n"), "n is");
        }
    }

    @Test
    void texts_with_a_nul_are_refused() {
        assertMalformed("\"secret\\u0000\"", row -> row.text("n"), "n is");
        assertMalformed("\"secret\\u0000\"", row -> row.label("n"), "n is");
        assertMalformed("{}", row -> row.text("n"), "n is");
    }

    @Test
    void dates_are_taken_from_the_beginning_of_a_text() {
        assertThat(row("\"2026-11-24\"").date("n")).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(row("\"2026-11-24T00:00:00Z\"").date("n")).isEqualTo(LocalDate.of(2026, 11, 24));
        for (var odd : new String[] {"\"secret\"", "\"2026-02-30\"", "\"2026-1-1\"", "null", "20261124"}) {
            assertMalformed(odd, row -> row.date("n"), "n is");
        }
    }

    @Test
    void what_lies_deeper_is_named_by_its_way_but_never_by_the_vendors_own_words() {
        assertMalformed("{\"deep\": -1}", row -> row.object("n").count("deep"), "n.deep is");
        assertMalformed(
                "[{\"deep\": -1}]",
                row -> row.objects("n").map(one -> one.count("deep")).toList(),
                "n[].deep is");
        assertMalformed("[1]", row -> row.objects("n").toList(), "n is");
        assertMalformed(
                "{\"secret\": {\"deep\": -1}}",
                row -> {
                    row.object("n").eachObject((name, one) -> one.count("deep"));
                    return row;
                },
                "n.*.deep is");
    }

    private JsonFields row(String value) {
        vendor.answers("{\"n\": " + value + "}");
        return vendor.calls().send(vendor.request(), VendorJson::object);
    }

    private void assertMalformed(String value, Function<JsonFields, ?> field, String place) {
        assertThatThrownBy(() -> field.apply(row(value)))
                .as(value)
                .isInstanceOf(VendorFailure.MalformedAnswer.class)
                .hasMessageContaining(" " + place)
                .hasMessageNotContaining("secret");
    }
}
