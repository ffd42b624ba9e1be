package dev.aiusage.application.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceServicesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final DeviceId NOBODYS = new DeviceId(new UUID(1, 2));

    private final FakeDevices devices = new FakeDevices();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Device laptop = new NoteDeviceService(devices, clock)
            .note(UserId.LOCAL, new DeviceName("laptop"))
            .device();
    private final RenameDevice rename = new RenameDeviceService(devices);
    private final RemoveDevice remove = new RemoveDeviceService(devices, clock);

    @Test
    void a_device_is_noted_with_the_time_of_the_service() {
        assertThat(new ListDevicesService(devices).of(UserId.LOCAL)).containsExactly(laptop);
        assertThat(laptop.firstSeenAt()).isEqualTo(NOON);
        assertThat(laptop.lastImportAt()).isEqualTo(NOON);
    }

    @Test
    void an_alias_is_given_without_the_blanks_around_it_and_taken_away() {
        assertThat(rename.rename(UserId.LOCAL, laptop.id(), "  Anna's laptop ").alias())
                .isEqualTo("Anna's laptop");
        assertThat(rename.rename(UserId.LOCAL, laptop.id(), " ").alias()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "nul\0", "half \uD83D", "turned \u202E around"})
    void an_alias_that_can_not_be_shown_is_refused(String alias) {
        assertThatExceptionOfType(RequestRejected.InvalidField.class)
                .isThrownBy(() -> rename.rename(UserId.LOCAL, laptop.id(), alias))
                .satisfies(rejected -> assertThat(rejected.field()).isEqualTo("alias"));
    }

    @Test
    void an_alias_that_is_too_long_is_refused() {
        assertThat(rename.rename(UserId.LOCAL, laptop.id(), "😀".repeat(200)).alias())
                .hasSize(400);
        assertThatExceptionOfType(RequestRejected.InvalidField.class)
                .isThrownBy(() -> rename.rename(UserId.LOCAL, laptop.id(), "😀".repeat(201)));
    }

    @Test
    void a_removed_device_is_gone_and_noted() {
        remove.remove(UserId.LOCAL, laptop.id());

        assertThat(devices.of(UserId.LOCAL)).isEmpty();
        assertThat(devices.trail)
                .containsExactly(AuditEntry.by(
                        UserId.LOCAL, AuditAction.DEVICE_REMOVED, laptop.id().value(), NOON));
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatExceptionOfType(RequestRejected.NotFound.class)
                .isThrownBy(() -> remove.remove(UserId.LOCAL, NOBODYS));
        assertThatExceptionOfType(RequestRejected.NotFound.class)
                .isThrownBy(() -> rename.rename(UserId.LOCAL, NOBODYS, "x"));
    }
}
