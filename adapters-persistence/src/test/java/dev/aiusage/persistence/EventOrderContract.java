package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.persistence.memory.InMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public interface EventOrderContract extends StorageContract {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    default void copies_in_any_order_and_in_lists_of_any_size_leave_the_same_days_in_every_storage(long seed) {
        var copies = RandomEvents.withSeed(seed).copies();
        var reference = InMemory.storage();
        var atOnce = reference.logs(someUser());
        reference.events().record(atOnce.user(), atOnce.id(), copies);
        var random = new Random(seed);
        var shuffled = new ArrayList<>(copies);
        Collections.shuffle(shuffled, random);
        var logs = storage().logs(someUser());

        for (var start = 0; start < shuffled.size(); ) {
            var end = Math.min(shuffled.size(), start + 1 + random.nextInt(40));
            storage().events().record(logs.user(), logs.id(), shuffled.subList(start, end));
            start = end;
        }

        assertThat(days(storage(), logs)).isEqualTo(days(reference, atOnce));
    }

    @Test
    default void all_storages_tell_the_same_of_what_was_added_and_improved() {
        var reference = InMemory.storage();
        var expected = reference.logs(someUser());
        var logs = storage().logs(someUser());
        var copies = RandomEvents.withSeed(11).copies();

        for (var start = 0; start < copies.size(); start += 10) {
            var some = copies.subList(start, Math.min(start + 10, copies.size()));
            RecordedEvents told = storage().events().record(logs.user(), logs.id(), some);
            assertThat(told).isEqualTo(reference.events().record(expected.user(), expected.id(), some));
        }
    }

    @Test
    default void everything_again_changes_nothing() {
        var logs = storage().logs(someUser());
        List<UsageEvent> copies = RandomEvents.withSeed(12).copies();
        storage().events().record(logs.user(), logs.id(), copies);
        var before = days(storage(), logs);

        assertThat(storage().events().record(logs.user(), logs.id(), copies)).isEqualTo(RecordedEvents.NOTHING);
        assertThat(days(storage(), logs)).isEqualTo(before);
    }

    private static List<List<UsageDay>> days(Storage storage, Integration integration) {
        return List.of(
                storage.utcDays(integration),
                storage.zonedDays(integration, "Europe/Berlin"),
                storage.zonedDays(integration, "Asia/Kathmandu"));
    }
}
