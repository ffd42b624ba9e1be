package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.LogPlaces;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.scanning.ScanReport;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machines behind the logs: this one, which is scanned, and another, whose files are imported. */
class DevicesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UserId ADA = new UserId(UUID.fromString("0a000000-0000-4000-8000-000000000001"));
    private static final DeviceName LAPTOP = new DeviceName("laptop");
    private static final DeviceName OLD_PC = new DeviceName("old-pc");
    private static final Transcript HERE = Transcript.of("here", 3, NOW);
    private static final Transcript THERE = Transcript.of("there", 5, NOW);

    @TempDir
    private Path home;

    private AiUsage usage;

    @BeforeEach
    void open() {
        usage = AiUsage.builder()
                .inMemory()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .localLogs(new LogPlaces("laptop", home, Map.of()))
                .build();
    }

    @AfterEach
    void close() {
        usage.close();
    }

    @Test
    void the_machine_that_is_scanned_and_the_one_whose_files_are_imported_are_told_apart() throws IOException {
        HERE.writeUnder(home);
        scan();
        bring(THERE, OLD_PC);

        assertThat(names()).containsExactly(LAPTOP, OLD_PC);
        usage.devices().remove().remove(ADA, OLD_PC.idOf(ADA));

        assertThat(names()).containsExactly(LAPTOP);
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void a_machine_that_is_still_there_comes_back_whole_with_its_next_scan() throws IOException {
        HERE.writeUnder(home);
        scan();
        usage.devices().remove().remove(ADA, LAPTOP.idOf(ADA));
        assertThat(requests()).isZero();

        assertThat(scan().recorded().added()).isEqualTo(3);

        assertThat(names()).containsExactly(LAPTOP);
        assertThat(requests()).isEqualTo(3);
        assertThat(scan().filesRead()).isZero();
    }

    @Test
    void a_copied_home_doubles_nothing_and_what_it_holds_too_comes_back_when_the_first_is_removed() throws IOException {
        bring(HERE, OLD_PC);
        HERE.writeUnder(home);
        scan();
        assertThat(requests()).isEqualTo(3);

        usage.devices().remove().remove(ADA, OLD_PC.idOf(ADA));
        assertThat(requests()).isZero();
        scan();

        assertThat(requests()).isEqualTo(3);
        assertThat(names()).containsExactly(LAPTOP);
    }

    @Test
    void a_machine_that_was_set_up_anew_under_its_name_takes_its_slice_over() {
        bring(HERE, OLD_PC);
        usage.devices().rename().rename(ADA, OLD_PC.idOf(ADA), "Ada's");
        bring(THERE, OLD_PC);

        assertThat(usage.devices().list().of(ADA)).extracting(Device::alias).containsExactly("Ada's");
        assertThat(requests()).isEqualTo(8);
    }

    @Test
    void a_folder_that_shrinks_lowers_nothing() throws IOException {
        var first = HERE.writeUnder(home);
        var second = THERE.writeUnder(home);
        scan();

        Files.delete(second);
        Files.writeString(first, HERE.text().lines().findFirst().orElseThrow() + "\n");
        scan();

        assertThat(requests()).isEqualTo(8);
    }

    private ScanReport scan() {
        return usage.scanLocalLogs().scan(ADA);
    }

    private void bring(Transcript transcript, DeviceName device) {
        var hints = ImportHints.NONE.withDevice(device);
        usage.importUsage().importFile(new ImportRequest(ADA, ImportFormat.AUTO, transcript.asFile(), 1 << 20, hints));
    }

    private List<DeviceName> names() {
        return usage.devices().list().of(ADA).stream().map(Device::name).toList();
    }

    private long requests() {
        return new Host(usage, ADA).dashboard().totalInteractions();
    }
}
