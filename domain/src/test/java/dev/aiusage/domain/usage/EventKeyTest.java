package dev.aiusage.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EventKeyTest {

    @Test
    void the_same_identity_is_the_same_key() {
        assertThat(key("msg_1", "req_1")).isEqualTo(key("msg_1", "req_1"));
    }

    @Test
    void the_key_never_changes_as_it_is_stored() {
        assertThat(key("msg_1", "req_1").value()).isEqualTo(UUID.fromString("1f8249d4-3bbc-e6ae-e31f-4249d08d6702"));
    }

    @Test
    void a_request_of_which_only_the_id_is_known_has_a_key_of_its_own() {
        var key = EventKey.ofRequest(Tool.CLAUDE_CODE, "req_1");

        assertThat(key).isEqualTo(EventKey.ofRequest(Tool.CLAUDE_CODE, "req_1")).isNotEqualTo(key("req_1"));
        assertThat(key.isPresent()).isTrue();
        assertThat(EventKey.NONE.isPresent()).isFalse();
    }

    @Test
    void parts_of_an_identity_can_not_run_into_each_other() {
        var keys = Stream.of(
                key("ab", "c"),
                key("a", "bc"),
                key("abc"),
                key("abc", ""),
                key("", "abc"),
                key("ab\0c"),
                key("ab", "", "c"));

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void different_identities_have_different_keys() {
        var seen = new HashSet<EventKey>();
        for (var i = 0; i < 10_000; i++) {
            assertThat(seen.add(key("msg_" + i))).isTrue();
        }
    }

    @Test
    void tools_and_kinds_of_ids_have_keys_of_their_own() {
        assertThat(Stream.of(
                        EventKey.of(Tool.CLAUDE_CODE, "message", "1"),
                        EventKey.of(Tool.CODEX, "message", "1"),
                        EventKey.of(Tool.CLAUDE_CODE, "edit", "1")))
                .doesNotHaveDuplicates();
        assertThat(SessionKey.of(Tool.CLAUDE_CODE, "1").value())
                .isNotEqualTo(EventKey.of(Tool.CLAUDE_CODE, "message", "1").value());
    }

    @Test
    void keys_are_ordered_without_sign_as_the_database_orders() {
        var small = new EventKey(UUID.fromString("00000000-0000-0000-ffff-ffffffffffff"));
        var middle = new EventKey(UUID.fromString("7fffffff-ffff-ffff-0000-000000000000"));
        var large = new EventKey(UUID.fromString("80000000-0000-0000-0000-000000000000"));

        assertThat(Stream.of(large, small, middle).sorted()).containsExactly(small, middle, large);
        assertThat(small).isGreaterThan(new EventKey(new UUID(0, 1)));
    }

    private static EventKey key(String... identity) {
        return EventKey.of(Tool.CLAUDE_CODE, "message", identity);
    }
}
