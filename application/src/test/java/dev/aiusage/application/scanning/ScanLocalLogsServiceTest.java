package dev.aiusage.application.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.dashboard.DashboardWarning;
import dev.aiusage.application.importing.BrokenStream;
import dev.aiusage.application.importing.EventChunks;
import dev.aiusage.application.importing.EventDestination;
import dev.aiusage.application.importing.EventStore;
import dev.aiusage.application.importing.FakeReader;
import dev.aiusage.application.integrations.FakeIntegrations;
import dev.aiusage.application.usage.Delivery;
import dev.aiusage.application.usage.FakeUsageEvents;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ScanLocalLogsServiceTest {

    private final List<LogFile> logs = new CopyOnWriteArrayList<>();
    private final FakeLogMarks marks = new FakeLogMarks();
    private final FakeIntegrations integrations = new FakeIntegrations();
    private final FakeUsageEvents events = new FakeUsageEvents();
    private final ScanProgress progress = ScanProgress.awaitingFirstScan();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private final ScanLocalLogs scan =
            new ScanLocalLogsService(() -> List.copyOf(logs), marks, this::destination, progress);

    @Nested
    class WhatIsNew {

        @Test
        void the_first_scan_reads_everything() {
            var report = scan(FakeLogFile.of("one", "a 1\n#note\n"), FakeLogFile.of("two", "b 2\nc 4\n"));

            assertThat(events.tokens()).isEqualTo(7);
            assertThat(report.files()).isEqualTo(2);
            assertThat(report.filesRead()).isEqualTo(2);
            assertThat(report.rowsRead()).isEqualTo(4);
            assertThat(report.recorded()).isEqualTo(new RecordedEvents(3, 0));
        }

        @Test
        void an_unchanged_file_is_not_opened_again() {
            var log = FakeLogFile.of("one", "a 1\n");
            scan(log);
            log.bytesRead().set(0);

            var report = scan(log);

            assertThat(log.bytesRead()).hasValue(0);
            assertThat(report.files()).isEqualTo(1);
            assertThat(report.filesRead()).isZero();
        }

        @Test
        void a_grown_file_is_read_from_where_reading_ended() {
            var log = FakeLogFile.of("one", "a 1\nb 2\n");
            scan(log);
            var grown = log.grownBy("c 4\nbad\n");

            var report = scan(grown);

            assertThat(events.tokens()).isEqualTo(7);
            assertThat(grown.bytesRead()).hasValue("c 4\nbad\n".length());
            assertThat(report.examples()).containsExactly("one:4: no tokens");
        }

        @Test
        void a_grown_file_of_rows_that_need_those_before_them_is_read_from_its_beginning() {
            var log = FakeLogFile.of("one", "a 1\nb 2\n")
                    .readBy(FakeReader.called("log").fromTheBeginning());
            scan(log);
            var grown = log.grownBy("c 4\n");

            scan(grown);

            assertThat(events.tokens()).isEqualTo(7);
            assertThat(grown.bytesRead()).hasValue("a 1\nb 2\nc 4\n".length());
        }

        @Test
        void a_row_that_is_still_being_written_is_read_when_it_is_whole() {
            var log = FakeLogFile.of("one", "a 1\nb 2");
            assertThat(scan(log).rowsRejected()).isZero();
            assertThat(events.tokens()).isEqualTo(1);

            scan(log.grownBy("0\n"));

            assertThat(events.tokens()).isEqualTo(21);
        }

        @Test
        void a_file_that_has_shrunk_is_read_from_its_beginning() {
            var log = FakeLogFile.of("one", "a 1\nb 2\n");
            scan(log);

            scan(log.rewritten("c 4\n"));

            assertThat(events.tokens()).isEqualTo(7);
        }

        @Test
        void a_file_of_the_same_size_that_was_written_again_is_read_from_its_beginning() {
            var log = FakeLogFile.of("one", "a 1\n");
            scan(log);

            scan(log.rewritten("b 2\n"));

            assertThat(events.tokens()).isEqualTo(3);
        }

        @Test
        void a_reader_that_has_learned_reads_all_files_again() {
            var log = FakeLogFile.of("one", "a 1\nb 2\n");
            scan(log);
            var again = log.readBy(FakeReader.called("log").next());

            var report = scan(again);

            assertThat(again.bytesRead()).hasValue(log.size());
            assertThat(report.recorded()).isEqualTo(RecordedEvents.NOTHING);
            assertThat(events.tokens()).isEqualTo(3);
        }

        @Test
        void the_same_event_in_many_files_is_one() {
            var copies = IntStream.range(0, 20)
                    .mapToObj(number -> FakeLogFile.of("log " + number, "same 5\nown" + number + " 1\n"))
                    .toArray(FakeLogFile[]::new);

            scan(copies);

            assertThat(events.tokens()).isEqualTo(25);
        }

        @Test
        void history_that_a_tool_deletes_stays() {
            scan(FakeLogFile.of("one", "a 1\n"));

            assertThat(scan().files()).isZero();
            assertThat(events.tokens()).isEqualTo(1);
        }

        @Test
        void a_file_without_usage_is_told_but_not_for_a_rest_without_usage() {
            var log = FakeLogFile.of("one", "a 1\n");

            assertThat(scan(log, FakeLogFile.of("two", "#note\n")).filesWithoutUsage())
                    .isEqualTo(1);
            assertThat(scan(log.grownBy("#note\n")).filesWithoutUsage()).isZero();
        }

        @Test
        void many_files_on_several_workers_lose_nothing() {
            var files = IntStream.range(0, 50)
                    .mapToObj(file -> FakeLogFile.of("log " + file, rows("file" + file, 400)))
                    .toArray(FakeLogFile[]::new);

            var report = scan(files);

            assertThat(report.filesRead()).isEqualTo(50);
            assertThat(report.rowsRead()).isEqualTo(20_000);
            assertThat(report.recorded()).isEqualTo(new RecordedEvents(20_000, 0));
            assertThat(events.tokens()).isEqualTo(20_000);
            assertThat(marks.of(UserId.LOCAL).marks()).hasSize(50);
        }
    }

    @Nested
    class WhatGoesWrong {

        @Test
        void an_unreadable_file_is_told_and_the_others_are_read() {
            var report = scan(FakeLogFile.of("locked", "a 1\n").unreadable(), FakeLogFile.of("fine", "b 2\n"));

            assertThat(events.tokens()).isEqualTo(2);
            assertThat(report.unreadableFiles()).containsExactly("locked: permission denied");
            assertThat(report.filesRead()).isEqualTo(1);
            assertThat(report.filesWithoutUsage()).isZero();
            assertThat(report.rowsRejected()).isZero();
        }

        @Test
        void a_file_that_may_not_be_read_is_told_without_its_path() {
            var report = scan(FakeLogFile.of("locked", "a 1\n").opening(rest -> {
                throw new AccessDeniedException("/home/ada/locked");
            }));

            assertThat(report.unreadableFiles()).containsExactly("locked: permission denied");
        }

        @Test
        void an_unreadable_file_is_tried_again_and_told_once_however_often() {
            var log = FakeLogFile.of("locked", "a 1\n");
            scan(log.unreadable());
            scan(log.unreadable());
            assertThat(progress.now())
                    .containsExactly(new DashboardWarning.UnreadableFiles(List.of("locked: permission denied")));

            scan(log);

            assertThat(events.tokens()).isEqualTo(1);
            assertThat(progress.now()).isEmpty();
        }

        @Test
        void a_file_that_breaks_off_keeps_what_was_read_and_no_mark() {
            var log = FakeLogFile.of("one", "a 1\nb 2\n");

            scan(log.opening(rest ->
                    new SequenceInputStream(new ByteArrayInputStream(rest, 0, 4), new BrokenStream("disk failure"))));

            assertThat(events.tokens()).isEqualTo(1);
            assertThat(marks.of(UserId.LOCAL).marks()).isEmpty();
        }

        @Test
        void a_file_that_ends_ahead_of_the_clock_is_read_again_when_that_is_right() {
            var log = FakeLogFile.of("one", "a 1\nlater 2\nlater 4\n");
            var inTime = FakeLogFile.of("one", "a 1\nbbbbb 2\nccccc 4\n");

            scan(log);
            scan(log);

            assertThat(events.tokens()).isEqualTo(1);
            assertThat(progress.now())
                    .containsExactly(new DashboardWarning.UnreadableFiles(
                            List.of("one: from row 2 on it lies ahead of this machine's clock")));

            scan(inTime);

            assertThat(inTime.size()).isEqualTo(log.size());
            assertThat(events.tokens()).isEqualTo(7);
            assertThat(progress.now()).isEmpty();
        }

        @Test
        void a_row_ahead_of_the_clock_before_one_of_the_present_is_rejected_once() {
            var log = FakeLogFile.of("one", "later 2\nb 4\n");

            scan(log);
            var again = scan(log);

            assertThat(again.filesRead()).isZero();
            assertThat(progress.now())
                    .containsExactly(new DashboardWarning.UnreadableLines(1, List.of("one:1: in the future")));
        }

        @Test
        void unreadable_lines_add_up_over_the_scans_with_the_first_examples() {
            var log = FakeLogFile.of("one", "bad\n".repeat(4));
            scan(log);

            scan(log.grownBy("bad\nbad\n"));

            assertThat(progress.now())
                    .singleElement()
                    .isInstanceOfSatisfying(DashboardWarning.UnreadableLines.class, warning -> {
                        assertThat(warning.lines()).isEqualTo(6);
                        assertThat(warning.examples())
                                .hasSize(5)
                                .startsWith("one:1: no tokens")
                                .endsWith("one:5: no tokens");
                    });
        }

        @Test
        void a_mark_is_kept_only_after_the_events_before_it() {
            events.failAfterChunks(0);
            var log = FakeLogFile.of("one", "a 1\n");

            assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> scan(log));
            assertThat(marks.of(UserId.LOCAL).marks()).isEmpty();

            events.recover();
            scan(log);
            assertThat(events.tokens()).isEqualTo(1);
            assertThat(marks.of(UserId.LOCAL).marks()).hasSize(1);
        }

        @Test
        void after_a_failure_in_the_middle_the_next_scan_completes_without_counting_twice() {
            events.failAfterChunks(1);
            var log = FakeLogFile.of("one", rows("r", 12_000));
            assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> scan(log));
            assertThat(events.all()).hasSize(5_000);

            events.recover();
            var report = scan(log);

            assertThat(report.recorded()).isEqualTo(new RecordedEvents(7_000, 0));
            assertThat(events.tokens()).isEqualTo(12_000);
        }

        @Test
        void a_file_that_its_reader_stumbles_over_does_not_keep_the_others_from_being_read() {
            var stumbling = FakeLogFile.of("odd", "a 1\n").opening(rest -> {
                throw new IllegalStateException("a bug");
            });

            var report = scan(stumbling, FakeLogFile.of("fine", "b 2\n"));

            assertThat(events.tokens()).isEqualTo(2);
            assertThat(report.unreadableFiles())
                    .containsExactly("odd: could not be understood (IllegalStateException)");
            assertThat(progress.now())
                    .containsExactly(new DashboardWarning.UnreadableFiles(
                            List.of("odd: could not be understood (IllegalStateException)")));
        }

        @Test
        void a_worker_that_fails_leaves_nothing_for_the_others() {
            events.failAfterChunks(0);
            var queue = new ArrayDeque<LogFile>(
                    List.of(FakeLogFile.of("one", rows("r", 6_000)), FakeLogFile.of("two", "b 2\n")));
            var chunks = new EventChunks(UserId.LOCAL, IntegrationMethod.LOGS, integrations, events, clock);
            var worker = new ScanWorker(UserId.LOCAL, queue, marks.of(UserId.LOCAL), chunks, marks);

            assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(worker::call);

            assertThat(queue).isEmpty();
        }
    }

    @Nested
    class Devices {

        @Test
        void events_come_from_the_machine_that_is_scanned() {
            scan(FakeLogFile.of("one", "a 1\n"));

            assertThat(events.deliveries())
                    .containsExactly(new Delivery(new DeviceName("laptop"), Instant.parse("2026-11-24T12:00:00Z")));
        }

        @Test
        void a_history_that_ends_while_files_are_read_leaves_no_marks_of_them() {
            var log = FakeLogFile.of("one", "a 1\n").opening(rest -> {
                marks.forget();
                return new ByteArrayInputStream(rest);
            });

            scan(log);

            assertThat(marks.of(UserId.LOCAL).marks()).isEmpty();
        }

        @Test
        void logs_that_are_gone_lower_nothing() {
            scan(FakeLogFile.of("one", "a 1\n"), FakeLogFile.of("two", "b 2\nc 4\n"));

            scan(FakeLogFile.of("two", "b 2\n"));
            scan();

            assertThat(events.tokens()).isEqualTo(7);
        }
    }

    @Nested
    class Progress {

        @Test
        void numbers_are_incomplete_until_the_first_scan_has_ended() {
            var duringScan = new AtomicReference<List<DashboardWarning>>();
            assertThat(progress.now()).containsExactly(new DashboardWarning.ScanInProgress());

            scan(FakeLogFile.of("one", "a 1\n").opening(rest -> {
                duringScan.set(progress.now());
                return new ByteArrayInputStream(rest);
            }));

            assertThat(duringScan.get()).containsExactly(new DashboardWarning.ScanInProgress());
            assertThat(progress.now()).isEmpty();
        }

        @Test
        void a_machine_without_logs_is_scanned_at_once() {
            scan();

            assertThat(progress.now()).isEmpty();
        }

        @Test
        void a_scan_that_failed_has_not_ended() {
            events.failAfterChunks(0);

            assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> scan(FakeLogFile.of("one", "a 1\n")));

            assertThat(progress.now()).containsExactly(new DashboardWarning.ScanInProgress());
        }

        @Test
        void a_scan_that_is_stopped_ends_soon_has_not_ended_its_work_and_says_that_it_was_interrupted()
                throws InterruptedException {
            var begun = new CountDownLatch(1);
            var never = new CountDownLatch(1);
            logs.add(FakeLogFile.of("endless", "a 1\n").opening(rest -> {
                begun.countDown();
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted");
                }
                return InputStream.nullInputStream();
            }));
            var wasInterrupted = new AtomicReference<Boolean>();
            var scanning = new Thread(() -> {
                scan.scan(UserId.LOCAL);
                wasInterrupted.set(Thread.currentThread().isInterrupted());
            });

            scanning.start();
            begun.await();
            scanning.interrupt();
            scanning.join();

            assertThat(wasInterrupted.get()).isTrue();
            assertThat(progress.now()).containsExactly(new DashboardWarning.ScanInProgress());
            assertThat(marks.of(UserId.LOCAL).marks()).isEmpty();
        }

        @Test
        void a_service_that_does_not_scan_has_nothing_to_wait_for() {
            assertThat(ScanProgress.notScanning().now()).isEmpty();
        }
    }

    private EventDestination destination(UserId user) {
        return new EventStore(integrations, events, clock)
                .of(user, IntegrationMethod.LOGS, Scope.EVERYTHING, new DeviceName("laptop"));
    }

    private ScanReport scan(LogFile... found) {
        logs.clear();
        logs.addAll(List.of(found));
        return scan.scan(UserId.LOCAL);
    }

    private static String rows(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> name + "-" + row + " 1\n")
                .collect(Collectors.joining());
    }
}
