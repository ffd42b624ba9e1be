package dev.aiusage.application.importing;

import static dev.aiusage.application.importing.FakeFile.brokenAfter;
import static dev.aiusage.application.importing.FakeFile.packed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.application.usage.FakeUsageEvents;
import dev.aiusage.application.usage.FakeUsageMetrics;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayOutputStream;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportUsageServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final long MANY_BYTES = 10_000_000;

    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeUsageEvents events = new FakeUsageEvents();
    private final ImportUsage importUsage = new ImportUsageService(
            List.of(FakeReader.called("first"), FakeReader.called("second")),
            integrations,
            events,
            new FakeUsageMetrics(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Nested
    class Formats {

        @Test
        void the_reader_that_recognises_a_file_reads_it() {
            var report = imported(FakeFile.of("#second\na 1\n"));

            assertThat(report.format()).isEqualTo(new ImportFormat("second"));
            assertThat(events.tokens()).isEqualTo(1);
        }

        @Test
        void a_named_format_is_read_as_such_whatever_the_file_looks_like() {
            var report = imported("first", FakeFile.of("#second\na 1\nrubbish\n"));

            assertThat(report.format()).isEqualTo(new ImportFormat("first"));
            assertThat(report.rowsImported()).isEqualTo(1);
            assertThat(report.errors()).containsExactly(new RowError(3, "no tokens"));
        }

        @Test
        void an_unknown_format_is_refused_and_the_known_ones_are_named() {
            var rejected = catchThrowableOfType(
                    RequestRejected.InvalidField.class, () -> imported("third", FakeFile.of("#first\n")));

            assertThat(rejected.field()).isEqualTo("format");
            assertThat(rejected).hasMessage("must be one of auto, first, second");
        }

        @Test
        void a_file_that_nobody_recognises_is_refused_with_its_first_line_and_the_formats() {
            assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                    .isThrownBy(() -> imported(FakeFile.of("\n  \nDear diary,\ntoday I")))
                    .withMessage("The file is in none of the formats first, second; it begins with: Dear diary,");
            assertThat(events.all()).isEmpty();
        }

        @Test
        void an_empty_file_is_recognised_by_nobody() {
            assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                    .isThrownBy(() -> imported(FakeFile.of("")))
                    .withMessageEndingWith("it begins with: (nothing)");
        }

        @Test
        void a_long_or_binary_first_line_is_quoted_in_part_and_harmless() {
            assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                    .isThrownBy(() -> imported(FakeFile.of("a" + "\uD83D\uDE00".repeat(100))))
                    .withMessageEndingWith("begins with: a" + "\uD83D\uDE00".repeat(79));
            assertThatExceptionOfType(RequestRejected.UnrecognisedFormat.class)
                    .isThrownBy(() -> imported(FakeFile.of("\0\u001b[2J\u202Eabc")))
                    .withMessageEndingWith("begins with: \uFFFD\uFFFD[2J\uFFFDabc");
        }
    }

    @Test
    void a_file_that_may_not_be_read_is_refused_by_the_reason_and_not_by_its_path() {
        var locked = new FakeFile("usage.txt", () -> {
            throw new AccessDeniedException("/home/ada/locked");
        });

        var rejected = catchThrowableOfType(RequestRejected.Malformed.class, () -> imported(locked));

        assertThat(rejected).hasMessageEndingWith("can't be read to its end: permission denied");
    }

    @Nested
    class Packed {

        @Test
        void gzip_is_unpacked_by_its_first_bytes() {
            assertThat(imported(FakeFile.of(packed("#first\na 1\nb 2\n"))).rowsImported())
                    .isEqualTo(2);
        }

        @Test
        void packs_that_follow_each_other_are_one_file_also_over_a_slow_network() {
            var packs = new ByteArrayOutputStream();
            packs.writeBytes(packed("#first\na 1\n"));
            packs.writeBytes(packed("b 2\n"));
            packs.writeBytes(packed("c 4\n"));

            imported(FakeFile.trickling(packs.toByteArray()));

            assertThat(events.tokens()).isEqualTo(7);
        }

        @Test
        void broken_gzip_can_not_be_read() {
            var whole = packed("#first\n" + rows(0, 2_000));
            var cut = Arrays.copyOf(whole, whole.length / 2);

            var rejected = catchThrowableOfType(RequestRejected.Malformed.class, () -> imported(FakeFile.of(cut)));

            assertThat(rejected.field()).isEqualTo("file");
            assertThat(rejected).hasMessageContaining("can't be read to its end");
            assertThatExceptionOfType(RequestRejected.Malformed.class)
                    .isThrownBy(() -> imported(FakeFile.of(new byte[] {0x1f, (byte) 0x8b, 0, 0, 0})));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 8})
        void gzip_that_ends_within_its_last_bytes_is_said_to_end_too_early(int missing) {
            var whole = packed("#first\na 1\n");
            var cut = Arrays.copyOf(whole, whole.length - missing);

            var rejected = catchThrowableOfType(RequestRejected.Malformed.class, () -> imported(FakeFile.of(cut)));

            assertThat(rejected).hasMessageEndingWith("can't be read to its end: the gzip ends too early");
        }

        @Test
        void gzip_that_ends_within_its_head_is_said_to_end_too_early() {
            var cut = Arrays.copyOf(packed("#first\na 1\n"), 5);

            var rejected = catchThrowableOfType(RequestRejected.Malformed.class, () -> imported(FakeFile.of(cut)));

            assertThat(rejected).hasMessageEndingWith("can't be read to its end: the gzip ends too early");
        }

        @Test
        void a_small_file_that_unpacks_to_a_huge_one_is_refused() {
            var bomb = packed(new byte[50_000_000]);
            assertThat(bomb.length).isLessThan(100_000);

            var rejected = catchThrowableOfType(
                    RequestRejected.TooLarge.class, () -> imported("first", FakeFile.of(bomb), 1_000_000));

            assertThat(rejected.maxBytes()).isEqualTo(1_000_000);
        }

        @Test
        void as_many_bytes_as_allowed_are_taken_and_not_one_more() {
            var content = "#first\na 1\n";

            assertThat(imported("auto", FakeFile.of(content), content.length()).rowsImported())
                    .isEqualTo(1);
            assertThatExceptionOfType(RequestRejected.TooLarge.class)
                    .isThrownBy(() -> imported("auto", FakeFile.of(content), content.length() - 1));
        }
    }

    @Nested
    class Rows {

        @Test
        void every_row_is_accounted_for() {
            var report = imported(FakeFile.of("#first\na 1\n\nbad\nb 2\n#note\nc 3"));

            assertThat(report.rowsRead()).isEqualTo(6);
            assertThat(report.rowsImported()).isEqualTo(3);
            assertThat(report.rowsSkipped()).isEqualTo(3);
            assertThat(report.rowsRejected()).isEqualTo(1);
            assertThat(report.errors()).containsExactly(new RowError(4, "no tokens"));
            assertThat(report.days()).isEqualTo(1);
            assertThat(report.warnings()).isEmpty();
        }

        @Test
        void importing_a_file_twice_changes_nothing() {
            imported(FakeFile.of("#first\na 1\nb 2\n"));
            var before = List.copyOf(events.all());

            var report = imported(FakeFile.of("#first\na 1\nb 2\n"));

            assertThat(report.rowsRead()).isEqualTo(3);
            assertThat(report.rowsImported()).isZero();
            assertThat(report.warnings()).isEmpty();
            assertThat(events.all()).containsExactlyInAnyOrderElementsOf(before);
        }

        @Test
        void copies_of_an_event_bring_one_row_and_a_better_copy_brings_one_again() {
            assertThat(imported(FakeFile.of("#first\na 1\na 2\na 3\n")).rowsImported())
                    .isEqualTo(1);
            assertThat(imported(FakeFile.of("#first\na 2\na 4\n")).rowsImported())
                    .isEqualTo(1);
            assertThat(events.tokens()).isEqualTo(4);
        }

        @Test
        void a_row_with_several_events_is_one_row() {
            var report = imported(FakeFile.of("#first\na,b,c,d 1\n#note\n#note\n"));

            assertThat(report.rowsImported()).isEqualTo(1);
            assertThat(events.all()).hasSize(4);
        }

        @Test
        void a_file_of_many_events_is_kept_in_chunks() {
            var report = imported(FakeFile.of("#first\n" + rows(0, 12_000)));

            assertThat(report.rowsImported()).isEqualTo(12_000);
            assertThat(events.all()).hasSize(12_000);
            assertThat(events.chunkSizes()).containsExactly(5_000, 5_000, 2_000);
        }

        @Test
        void a_hundred_errors_are_listed_and_all_are_counted() {
            var report = imported(FakeFile.of("#first\n" + "bad\n".repeat(250) + "a 1\n"));

            assertThat(report.rowsRejected()).isEqualTo(250);
            assertThat(report.rowsSkipped()).isEqualTo(251);
            assertThat(report.errors()).hasSize(100).startsWith(new RowError(2, "no tokens"));
            assertThat(report.warnings())
                    .containsExactly(new ImportWarning("more_errors", "150 more rows could not be read."));
        }

        @Test
        void a_file_without_usage_says_so() {
            var report = imported(FakeFile.of("#first\n#note\n"));

            assertThat(report.rowsImported()).isZero();
            assertThat(report.warnings()).containsExactly(new ImportWarning("no_usage", "usage.txt holds no usage."));
            assertThat(integrations.of(UserId.LOCAL)).isEmpty();
        }

        @Test
        void models_without_a_price_are_named_once_each() {
            var report = imported(FakeFile.of("#first\na 1 zeta\nb 1 alpha\nc 1 zeta\nd 1\n"));

            assertThat(report.warnings()).extracting(ImportWarning::code).containsOnly("unpriced_model");
            assertThat(report.warnings())
                    .extracting(ImportWarning::detail)
                    .satisfiesExactly(
                            first -> assertThat(first).contains(" alpha:"),
                            second -> assertThat(second).contains(" zeta:"));
        }

        @Test
        void a_broken_file_with_a_model_on_every_row_does_not_fill_the_answer() {
            var rows = IntStream.range(0, 500)
                    .mapToObj(row -> row + " 1 model" + row)
                    .collect(Collectors.joining("\n"));

            var report = imported(FakeFile.of("#first\n" + rows));

            assertThat(report.warnings()).hasSize(101);
            assertThat(report.warnings().get(100).code()).isEqualTo("more_unpriced_models");
        }
    }

    @Nested
    class Interruptions {

        @Test
        void what_follows_after_the_integration_was_removed_goes_to_a_new_one() {
            events.meanwhile = integration -> {
                if (events.chunkSizes().size() == 1) {
                    integrations.removeAll();
                    events.meanwhile = integrations::require;
                }
                integrations.require(integration);
            };

            imported(FakeFile.of("#first\n" + rows(0, 12_000)));

            assertThat(integrations.of(UserId.LOCAL)).hasSize(1);
            assertThat(events.chunkSizes()).containsExactly(5_000, 5_000, 2_000);
        }

        @Test
        void a_file_that_breaks_off_keeps_its_chunks_and_importing_it_again_completes_it() {
            var content = "#first\n" + rows(0, 12_000);

            assertThatExceptionOfType(RequestRejected.Malformed.class)
                    .isThrownBy(() -> imported(brokenAfter(content)))
                    .withMessageContaining("connection reset");
            assertThat(events.all()).hasSize(10_000);

            var report = imported(FakeFile.of(content));
            assertThat(report.rowsImported()).isEqualTo(2_000);
            assertThat(events.all()).hasSize(12_000);
        }

        @Test
        void a_storage_that_goes_away_is_not_the_fault_of_the_file() {
            events.failAfterChunks(1);

            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> imported(FakeFile.of("#first\n" + rows(0, 6_000))));
            assertThat(events.all()).hasSize(5_000);
        }
    }

    @Test
    void what_a_file_brings_belongs_to_one_integration_which_is_synced_now() {
        imported(FakeFile.of("#first\na 1\n"));
        imported(FakeFile.of("#first\nb 1\n"));

        assertThat(integrations.of(UserId.LOCAL)).singleElement().satisfies(integration -> {
            assertThat(integration.tool()).isEqualTo(Tool.CLAUDE_CODE);
            assertThat(integration.method()).isEqualTo(IntegrationMethod.LOGS);
            assertThat(integration.lastSyncedAt()).contains(NOW);
        });
    }

    private ImportReport imported(FakeFile file) {
        return imported("auto", file);
    }

    private ImportReport imported(String format, FakeFile file) {
        return imported(format, file, MANY_BYTES);
    }

    private ImportReport imported(String format, FakeFile file, long maxBytes) {
        return importUsage.importFile(new ImportRequest(UserId.LOCAL, new ImportFormat(format), file, maxBytes));
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(row -> "id" + row + " 1\n").collect(Collectors.joining());
    }
}
