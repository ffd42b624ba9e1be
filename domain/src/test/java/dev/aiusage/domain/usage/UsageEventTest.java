package dev.aiusage.domain.usage;

import static dev.aiusage.domain.usage.UsageEvents.anyCopy;
import static dev.aiusage.domain.usage.UsageEvents.edit;
import static dev.aiusage.domain.usage.UsageEvents.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiusage.domain.integration.Tool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class UsageEventTest {

    private static final CopyRank SIDECHAIN = new CopyRank(0, 0, 0);
    private static final CopyRank MAIN_CHAIN = new CopyRank(1, 0, 0);

    @Nested
    class Copies {

        @Test
        void the_main_chain_goes_before_a_sidechain_with_more_tokens() {
            assertStays(request(10, MAIN_CHAIN), request(99, SIDECHAIN));
        }

        @Test
        void of_equal_sources_the_copy_with_more_tokens_stays() {
            assertStays(request(11), request(10));
            assertStays(request(11, MAIN_CHAIN), request(10, MAIN_CHAIN));
        }

        @Test
        void of_equally_many_tokens_the_more_detailed_copy_stays() {
            assertStays(request(10, new CopyRank(0, 1, 0)), request(10, new CopyRank(0, 0, 9)));
        }

        @Test
        void of_equally_detailed_copies_the_earliest_stays_and_with_it_the_day() {
            var earlier = request(10, Instant.parse("2026-11-24T23:59:59Z"));
            var later = request(10, Instant.parse("2026-11-25T00:00:00Z"));

            assertStays(earlier, later);
        }

        @Test
        void an_alias_that_only_the_lesser_copy_knows_stays_too() {
            var alias = EventKey.ofRequest(Tool.CLAUDE_CODE, "req_1");
            var lesser = request(10).withAlias(alias);

            assertThat(request(11).mergedWith(lesser)).isEqualTo(request(11).withAlias(alias));
            assertThat(lesser.mergedWith(request(11))).isEqualTo(request(11).withAlias(alias));
            assertThat(request(10).mergedWith(lesser)).isEqualTo(lesser);
        }

        @Test
        void its_own_key_is_no_alias() {
            var event = request(10);

            assertThat(event.withAlias(event.key()).alias()).isEqualTo(EventKey.NONE);
        }

        @Test
        void at_the_same_instant_the_better_origin_stays() {
            assertStays(request(10, new CopyRank(0, 0, 1)), request(10, new CopyRank(0, 0, 0)));
        }

        @Test
        void unknown_tokens_are_less_than_none() {
            var unknown = edit(
                    EventPart.WHOLE, UsageDays.day("2026-11-24").requests(1).measures(), "");

            assertStays(request(0), unknown);
        }

        @Test
        void other_events_are_no_copies() {
            var other = new UsageEvent(
                    UsageEvents.key("msg_2"),
                    EventPart.WHOLE,
                    Instant.EPOCH,
                    EventLabels.NONE,
                    SessionKey.NONE,
                    Measures.NONE,
                    PriceTerms.STANDARD,
                    CopyRank.PLAIN);

            assertThatIllegalArgumentException().isThrownBy(() -> request(1).mergedWith(other));
        }

        private void assertStays(UsageEvent better, UsageEvent worse) {
            assertThat(better.mergedWith(worse)).isEqualTo(better);
            assertThat(worse.mergedWith(better)).isEqualTo(better);
        }
    }

    @Nested
    class Halves {

        private final UsageEvent call = edit(EventPart.CALL, Measures.NONE, "java");
        private final UsageEvent result = edit(
                EventPart.RESULT,
                UsageDays.day("2026-11-24").lines(3, 1).decided(1, 0).measures(),
                "");

        @Test
        void half_an_event_counts_nothing() {
            assertThat(call.counted()).isEqualTo(Measures.NONE);
            assertThat(result.counted()).isEqualTo(Measures.NONE);
        }

        @Test
        void call_and_result_make_one_edit_with_the_language_of_the_one_and_the_lines_of_the_other() {
            var edit = call.mergedWith(result);

            assertThat(edit).isEqualTo(result.mergedWith(call));
            assertThat(edit.part()).isEqualTo(EventPart.WHOLE);
            assertThat(edit.kind()).isEqualTo(UsageEvent.Kind.EDIT);
            assertThat(edit.counted()).isEqualTo(result.measures());
            assertThat(edit.labels().language()).isEqualTo(Label.of("java"));
        }

        @Test
        void a_half_that_comes_again_adds_nothing() {
            var edit = call.mergedWith(result);

            assertThat(edit.mergedWith(call)).isEqualTo(edit);
            assertThat(edit.mergedWith(result)).isEqualTo(edit);
            assertThat(call.mergedWith(call)).isEqualTo(call);
        }
    }

    @Nested
    class Laws {

        @Test
        void neither_order_nor_grouping_of_copies_and_halves_matters() {
            Law.holds(random -> {
                var a = anyCopy(random);
                var b = anyCopy(random);
                var c = anyCopy(random);

                assertThat(a.mergedWith(b)).isEqualTo(b.mergedWith(a));
                assertThat(a.mergedWith(b).mergedWith(c)).isEqualTo(a.mergedWith(b.mergedWith(c)));
            });
        }

        @Test
        void repeats_change_nothing() {
            Law.holds(random -> {
                var copies = Stream.generate(() -> anyCopy(random)).limit(5).toList();
                var merged = copies.stream().reduce(UsageEvent::mergedWith).orElseThrow();

                var again = new ArrayList<>(copies);
                Collections.shuffle(again, random);

                assertThat(again.stream().reduce(merged, UsageEvent::mergedWith))
                        .isEqualTo(merged);
            });
        }
    }

    @Test
    void sessions_are_opened_by_whole_requests_only() {
        var session = SessionKey.of(Tool.CLAUDE_CODE, "s1");

        assertThat(in(session, request(1)).opensSession()).isTrue();
        assertThat(request(1).opensSession()).isFalse();
        assertThat(in(session, edit(EventPart.WHOLE, Measures.NONE, "")).opensSession())
                .isFalse();
    }

    @Test
    void instants_have_microseconds_as_every_storage_keeps_them() {
        var event = request(1, Instant.parse("2026-11-24T10:00:00.123456789Z"));

        assertThat(event.at()).isEqualTo("2026-11-24T10:00:00.123456Z");
    }

    private static UsageEvent in(SessionKey session, UsageEvent event) {
        return new UsageEvent(
                event.key(),
                event.part(),
                event.at(),
                event.labels(),
                session,
                event.measures(),
                event.terms(),
                event.rank());
    }
}
