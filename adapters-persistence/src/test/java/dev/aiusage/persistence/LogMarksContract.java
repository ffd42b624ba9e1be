package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface LogMarksContract extends StorageContract {

    @Test
    default void a_mark_is_found_again() {
        var user = someUser();
        var file = new LogFileId(UUID.randomUUID());
        var mark = new LogMark(1_000, Instant.parse("2026-11-24T12:00:00.1234567Z"), new ReadPosition(900, 12), 3);

        keep(user, Map.of(file, mark));

        assertThat(storage().marks().of(user).marks()).containsExactly(Map.entry(file, mark));
    }

    @Test
    default void a_later_mark_takes_the_place_of_an_earlier_one_and_leaves_those_of_other_files() {
        var user = someUser();
        var grown = new LogFileId(UUID.randomUUID());
        var other = new LogFileId(UUID.randomUUID());
        keep(user, Map.of(grown, mark(10), other, mark(20)));

        keep(user, Map.of(grown, mark(30)));
        keep(user, Map.of());

        assertThat(storage().marks().of(user).marks()).isEqualTo(Map.of(grown, mark(30), other, mark(20)));
    }

    @Test
    default void a_user_sees_no_marks_of_others_even_for_the_same_file() {
        var file = new LogFileId(UUID.randomUUID());
        var user = someUser();
        keep(someUser(), Map.of(file, mark(10)));
        keep(user, Map.of(file, mark(20)));

        assertThat(storage().marks().of(user).marks()).isEqualTo(Map.of(file, mark(20)));
        assertThat(storage().marks().of(someUser()).marks()).isEmpty();
    }

    @Test
    default void workers_that_keep_marks_of_the_same_files_at_once_do_not_wait_for_each_other_forever() {
        var user = someUser();
        var files = IntStream.range(0, 200)
                .mapToObj(number -> new LogFileId(UUID.randomUUID()))
                .toList();

        IntStream.range(0, 8).parallel().forEach(worker -> {
            var marks = new HashMap<LogFileId, LogMark>();
            files.forEach(file -> marks.put(file, mark(worker)));
            keep(user, marks);
        });

        assertThat(storage().marks().of(user).marks()).hasSize(200);
    }

    @Test
    default void marks_of_another_history_are_not_kept() {
        var user = someUser();
        var known = storage().marks().of(user);
        var stale = new HistoryId(UUID.randomUUID());

        storage().marks().keep(user, stale, Map.of(new LogFileId(UUID.randomUUID()), mark(10)));

        assertThat(storage().marks().of(user)).isEqualTo(known);
    }

    private void keep(UserId user, Map<LogFileId, LogMark> marks) {
        storage().marks().keep(user, storage().marks().of(user).history(), marks);
    }

    private static LogMark mark(long size) {
        return new LogMark(size, Storage.NOON, new ReadPosition(size, 1), 1);
    }
}
