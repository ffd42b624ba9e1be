package dev.aiusage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.FileReaders;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.imports.SampleFile.Equal;
import dev.aiusage.imports.SampleFile.Row;
import dev.aiusage.providers.files.ListPrices;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every format that can be imported. */
class EveryFormatTest {

    static List<SampleFile> formats() {
        return SampleFile.all();
    }

    @Test
    void there_is_a_sample_of_each() {
        assertThat(FileReaders.all(ListPrices.load(), Clock.systemUTC()))
                .extracting(reader -> reader.format().slug())
                .containsExactlyInAnyOrderElementsOf(
                        SampleFile.all().stream().map(SampleFile::format).toList());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void it_is_recognised_counted_and_the_same_file_again_changes_nothing(SampleFile sample) {
        try (var service = new Importer()) {
            var file = sample.of(Row.good(1), Row.good(2), Row.good(3));

            var first = service.bring("auto", file);
            assertThat(first.refusal()).isEmpty();
            assertThat(first.errors()).isEmpty();
            assertThat(first.rowsImported()).isEqualTo(3);
            assertCounted(sample, 3, service.total());

            var again = service.bring("auto", file);
            assertThat(again.rowsRead()).isEqualTo(first.rowsRead());
            assertThat(again.rowsImported()).isZero();
            assertCounted(sample, 3, service.total());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void files_that_overlap_bring_each_row_once(SampleFile sample) {
        try (var service = new Importer()) {
            service.bring("auto", sample.of(Row.good(1), Row.good(2)));
            service.bring("auto", sample.of(Row.good(1), Row.good(2), Row.good(3)));
            service.bring("auto", sample.of(Row.good(1), Row.good(2)));

            assertCounted(sample, 3, service.total());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void equal_rows_without_an_identity_stay_two(SampleFile sample) {
        try (var service = new Importer()) {
            var file = sample.of(Row.good(1), Row.good(2), Row.good(2));
            service.bring("auto", file);
            service.bring("auto", file);

            assertCounted(sample, sample.equalRows() == Equal.TWO ? 3 : 2, service.total());
        }
    }

    private static void assertCounted(SampleFile sample, int rows, Measures total) {
        assertThat(total.requests().count().orElse(0)).as("requests").isEqualTo(rows * sample.requests());
        assertThat(total.tokens().total().orElse(0)).as("tokens").isEqualTo(rows * sample.tokens());
    }
}
