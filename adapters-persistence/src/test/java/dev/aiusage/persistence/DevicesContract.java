package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.devices.Devices;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.usage.Delivery;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.device.Device;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface DevicesContract extends StorageContract {

    DeviceName LAPTOP = new DeviceName("laptop");
    DeviceName SERVER = new DeviceName("server");

    @Test
    default void a_device_is_known_from_what_it_brings() {
        var user = someUser();

        bring(user, LAPTOP, "2026-11-24T12:00:00.1234567Z", Events.request("a").build());
        bring(user, LAPTOP, "2026-11-24T14:00:00Z", Events.request("a").build());
        bring(user, LAPTOP, "2026-11-24T13:00:00Z", Events.request("b").build());

        assertThat(devices().of(user))
                .containsExactly(new Device(
                        LAPTOP.idOf(user),
                        LAPTOP,
                        "",
                        Instant.parse("2026-11-24T12:00:00.123456Z"),
                        Instant.parse("2026-11-24T14:00:00Z")));
    }

    @Test
    default void events_of_a_machine_without_a_name_make_no_device() {
        var user = someUser();

        storage()
                .events()
                .record(
                        user,
                        storage().logs(user).id(),
                        List.of(Events.request("a").build()));

        assertThat(devices().of(user)).isEmpty();
    }

    @Test
    default void a_device_that_has_nothing_new_is_noted() {
        var user = someUser();

        var first = devices().note(user, LAPTOP, Storage.NOON);
        var later = devices().note(user, LAPTOP, Storage.NOON.plusSeconds(60));
        var stale = devices().note(user, LAPTOP, Storage.NOON);

        assertThat(later.device()).isEqualTo(first.device().seenAt(Storage.NOON.plusSeconds(60)));
        assertThat(stale).isEqualTo(later);
        assertThat(later.history())
                .isEqualTo(first.history())
                .isEqualTo(storage().marks().of(user).history());
    }

    @Test
    default void devices_are_listed_the_first_seen_first_and_then_by_name() {
        var user = someUser();
        devices().note(user, new DeviceName("z"), Storage.NOON);
        devices().note(user, new DeviceName("\uFFFD"), Storage.NOON.plusSeconds(1));
        devices().note(user, new DeviceName("😀"), Storage.NOON.plusSeconds(1));
        devices().note(user, new DeviceName("a"), Storage.NOON.plusSeconds(1));

        assertThat(devices().of(user))
                .extracting(device -> device.name().text())
                .containsExactly("z", "a", "\uFFFD", "😀");
    }

    @Test
    default void an_alias_is_given_and_taken_away() {
        var user = someUser();
        var device = devices().note(user, LAPTOP, Storage.NOON).device();

        assertThat(devices().rename(user, device.id(), "Anna's")).hasValue(device.withAlias("Anna's"));
        assertThat(devices().of(user)).containsExactly(device.withAlias("Anna's"));
        bring(user, LAPTOP, "2026-11-24T12:00:00Z", Events.request("a").build());
        assertThat(devices().of(user)).containsExactly(device.withAlias("Anna's"));
        assertThat(devices().rename(user, device.id(), "")).hasValue(device);
    }

    @Test
    default void removing_a_device_takes_its_slice_out_of_days_and_leaves_that_of_others() {
        var user = someUser();
        bring(
                user,
                LAPTOP,
                "2026-11-24T12:00:00Z",
                request("a", "2026-11-23T10:00:00Z"),
                request("b", "2026-11-24T10:00:00Z"));
        bring(user, SERVER, "2026-11-24T12:00:00Z", request("c", "2026-11-24T10:00:00Z"));
        var alone = someUser();
        bring(alone, SERVER, "2026-11-24T12:00:00Z", request("c", "2026-11-24T10:00:00Z"));

        assertThat(devices().remove(user, LAPTOP.idOf(user), removal(user))).isTrue();

        assertThat(devices().of(user)).extracting(Device::name).containsExactly(SERVER);
        assertThat(days(user)).isEqualTo(days(alone)).hasSize(1);
        assertThat(storage().trailOf(user)).containsExactly(removal(user));
        assertThat(devices().remove(user, LAPTOP.idOf(user), removal(user))).isFalse();
        assertThat(storage().trailOf(user)).hasSize(1);
    }

    @Test
    default void an_event_belongs_to_the_device_that_brought_it_first_even_if_another_knows_more() {
        var user = someUser();
        bring(
                user,
                LAPTOP,
                "2026-11-24T12:00:00Z",
                Events.request("a").tokens(1, 1).build());
        bring(
                user,
                SERVER,
                "2026-11-24T12:00:00Z",
                Events.request("a").tokens(5, 5).build());

        devices().remove(user, SERVER.idOf(user), removal(user));
        assertThat(requests(user)).isEqualTo(1);

        devices().remove(user, LAPTOP.idOf(user), removal(user));
        assertThat(requests(user)).isZero();
    }

    @Test
    default void what_others_have_too_comes_back_with_theirs() {
        var user = someUser();
        bring(user, LAPTOP, "2026-11-24T12:00:00Z", Events.request("a").build());
        bring(user, SERVER, "2026-11-24T12:00:00Z", Events.request("a").build());
        devices().remove(user, LAPTOP.idOf(user), removal(user));

        var again =
                bring(user, SERVER, "2026-11-24T13:00:00Z", Events.request("a").build());

        assertThat(again.added()).isEqualTo(1);
        assertThat(requests(user)).isEqualTo(1);
        assertThat(devices().of(user)).extracting(Device::name).containsExactly(SERVER);
    }

    @Test
    default void a_session_that_others_saw_too_is_counted_among_theirs() {
        var user = someUser();
        bring(user, LAPTOP, "2026-11-24T12:00:00Z", session("a", "2026-11-22T10:00:00Z"));
        bring(
                user,
                SERVER,
                "2026-11-24T12:00:00Z",
                session("b", "2026-11-23T10:00:00Z"),
                session("c", "2026-11-24T10:00:00Z"));
        var alone = someUser();
        bring(
                alone,
                SERVER,
                "2026-11-24T12:00:00Z",
                session("b", "2026-11-23T10:00:00Z"),
                session("c", "2026-11-24T10:00:00Z"));

        devices().remove(user, LAPTOP.idOf(user), removal(user));

        assertThat(days(user)).isEqualTo(days(alone));
    }

    @Test
    default void a_removal_reaches_all_tools() {
        var user = someUser();
        bring(user, LAPTOP, "2026-11-24T12:00:00Z", Events.request("a").build());
        var codex =
                storage().integrations().open(user, Tool.CODEX, IntegrationMethod.LOGS, Scope.EVERYTHING, Storage.NOON);
        storage()
                .events()
                .record(
                        user,
                        codex.id(),
                        new Delivery(LAPTOP, Storage.NOON),
                        List.of(
                                Events.request("b").build(),
                                Events.edit("c").accepted().build()));

        devices().remove(user, LAPTOP.idOf(user), removal(user));

        assertThat(storage().utcDays(codex)).isEmpty();
        assertThat(storage().utcDays(storage().logs(user))).isEmpty();
    }

    @Test
    default void a_removal_begins_another_history_without_marks() {
        var user = someUser();
        var before = devices().note(user, LAPTOP, Storage.NOON);
        var file = new LogFileId(UUID.randomUUID());
        var marks = Map.of(file, new LogMark(10, Storage.NOON, new ReadPosition(10, 1), 1));
        storage().marks().keep(user, before.history(), marks);

        devices().remove(user, LAPTOP.idOf(user), removal(user));
        storage().marks().keep(user, before.history(), marks);

        var after = storage().marks().of(user);
        assertThat(after.marks()).isEmpty();
        assertThat(after.history()).isNotEqualTo(before.history());
        assertThat(devices().note(user, LAPTOP, Storage.NOON).history()).isEqualTo(after.history());
    }

    @Test
    default void strangers_devices_are_not_seen_renamed_or_removed() {
        var stranger = someUser();
        bring(stranger, LAPTOP, "2026-11-24T12:00:00Z", Events.request("a").build());
        var user = someUser();
        var theirs = LAPTOP.idOf(stranger);

        assertThat(devices().of(user)).isEmpty();
        assertThat(devices().rename(user, theirs, "mine")).isEmpty();
        assertThat(devices().remove(user, theirs, removal(user))).isFalse();

        assertThat(devices().of(stranger)).extracting(Device::alias).containsExactly("");
        assertThat(requests(stranger)).isEqualTo(1);
    }

    @Test
    default void removals_among_deliveries_leave_no_event_without_its_device() {
        var user = someUser();
        storage().logs(user);

        IntStream.range(0, 40).parallel().forEach(number -> {
            if (number % 4 == 3) {
                devices().remove(user, LAPTOP.idOf(user), removal(user));
            } else {
                bring(
                        user,
                        LAPTOP,
                        "2026-11-24T12:00:00Z",
                        Events.request("e" + number).build());
            }
        });
        bring(user, LAPTOP, "2026-11-24T12:00:00Z", Events.request("last").build());

        assertThat(devices().remove(user, LAPTOP.idOf(user), removal(user))).isTrue();
        assertThat(requests(user)).isZero();
    }

    private Devices devices() {
        return storage().access().devices();
    }

    private RecordedEvents bring(UserId user, DeviceName device, String at, UsageEvent... events) {
        var delivery = new Delivery(device, Instant.parse(at));
        return storage().events().record(user, storage().logs(user).id(), delivery, List.of(events));
    }

    private long requests(UserId user) {
        return days(user).stream()
                .mapToLong(day -> day.measures().requests().count().orElse(0))
                .sum();
    }

    private List<UsageDay> days(UserId user) {
        return storage().utcDays(storage().logs(user));
    }

    private static UsageEvent request(String id, String at) {
        return Events.request(id).at(at).tokens(10, 1).model("m").build();
    }

    private static UsageEvent session(String id, String at) {
        return Events.request(id).at(at).session("shared").build();
    }

    private static AuditEntry removal(UserId user) {
        return Storage.entry(user, AuditAction.DEVICE_REMOVED, "device");
    }
}
