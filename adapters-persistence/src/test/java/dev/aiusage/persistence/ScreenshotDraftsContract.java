package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.screenshots.ReadDay;
import dev.aiusage.application.screenshots.ScreenshotDraft;
import dev.aiusage.application.screenshots.ScreenshotDrafts;
import dev.aiusage.application.screenshots.ScreenshotId;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public interface ScreenshotDraftsContract extends StorageContract {

    LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    default void a_draft_is_found_as_it_was_read_and_is_no_usage() {
        var user = someUser();
        var everything = new ReadDay(
                Optional.of(MONDAY),
                Measures.NONE
                        .withRequests(RequestCount.of(0, RequestBasis.AS_GIVEN))
                        .withTokens(new TokenCount(Count.of(1), Count.UNKNOWN, Count.of(3), Count.UNKNOWN, Count.of(5)))
                        .withLines(LinesChanged.of(6, 7))
                        .withSessions(Count.of(8))
                        .withCost(Cost.ofNanoDollars(9, CostBasis.VENDOR_ESTIMATE)),
                Optional.of(new AcceptanceRate(0.25)));
        var nothingButRequests = new ReadDay(Optional.empty(), requests(3), Optional.empty());
        var id = ScreenshotId.random();

        assertThat(drafts().begin(user, id, Storage.NOON)).isEmpty();
        assertThat(drafts().find(user, id, Storage.NOON)).isEmpty();
        var draft = new ScreenshotDraft(
                id,
                Optional.of(Tool.CURSOR),
                List.of(nothingButRequests, everything),
                OptionalDouble.of(0.75),
                Instant.parse("2026-11-24T12:00:09.123456789Z"));
        drafts().keep(user, draft);

        assertThat(drafts().find(user, id, Storage.NOON)).hasValue(draft);
        assertThat(storage().integrations().of(user)).isEmpty();
    }

    @Test
    default void a_draft_may_know_neither_tool_nor_confidence() {
        var user = someUser();
        var draft = new ScreenshotDraft(
                ScreenshotId.random(), Optional.empty(), days(), OptionalDouble.empty(), Storage.NOON);
        drafts().begin(user, draft.id(), Storage.NOON);
        drafts().keep(user, draft);

        assertThat(drafts().find(user, draft.id(), Storage.NOON)).hasValue(draft);
    }

    @Test
    default void a_confirmed_draft_is_usage_and_can_not_be_confirmed_again() {
        var user = someUser();
        var draft = kept(user, Storage.NOON);
        var confirmed = List.of(day(Tool.CURSOR, 4), day(Tool.CODEX, 5));

        assertThat(drafts().confirm(user, draft.id(), confirmed, Storage.NOON)).isTrue();
        assertThat(drafts().confirm(user, draft.id(), List.of(day(Tool.CURSOR, 9)), Storage.NOON))
                .isFalse();
        assertThat(drafts().discard(user, draft.id(), Storage.NOON)).isFalse();

        assertThat(drafts().find(user, draft.id(), Storage.NOON)).isEmpty();
        var held = storage().integrations().of(user);
        assertThat(held).extracting(Integration::method).containsOnly(IntegrationMethod.SCREENSHOT);
        assertThat(held).extracting(Integration::tool).containsExactly(Tool.CODEX, Tool.CURSOR);
        assertThat(storage().utcDays(held.get(1)))
                .containsExactly(day(Tool.CURSOR, 4).day());
    }

    @Test
    default void what_can_not_be_kept_leaves_the_draft_open() {
        var user = someUser();
        var draft = kept(user, Storage.NOON);
        var twice = List.of(day(Tool.CURSOR, 1), day(Tool.CURSOR, 2));

        assertThatThrownBy(() -> drafts().confirm(user, draft.id(), twice, Storage.NOON))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(drafts().find(user, draft.id(), Storage.NOON)).hasValue(draft);
        assertThat(storage().integrations().of(user)).isEmpty();
    }

    @Test
    default void a_discarded_draft_is_gone_and_was_no_usage() {
        var user = someUser();
        var draft = kept(user, Storage.NOON);

        assertThat(drafts().discard(user, draft.id(), Storage.NOON)).isTrue();
        assertThat(drafts().discard(user, draft.id(), Storage.NOON)).isFalse();
        assertThat(drafts().confirm(user, draft.id(), List.of(day(Tool.CURSOR, 4)), Storage.NOON))
                .isFalse();

        assertThat(drafts().find(user, draft.id(), Storage.NOON)).isEmpty();
        assertThat(storage().integrations().of(user)).isEmpty();
    }

    @Test
    default void a_strangers_draft_is_not_there() {
        var stranger = someUser();
        var theirs = kept(stranger, Storage.NOON);
        var user = someUser();

        assertThat(drafts().find(user, theirs.id(), Storage.NOON)).isEmpty();
        assertThat(drafts().discard(user, theirs.id(), Storage.NOON)).isFalse();
        assertThat(drafts().confirm(user, theirs.id(), List.of(day(Tool.CURSOR, 4)), Storage.NOON))
                .isFalse();

        assertThat(drafts().find(stranger, theirs.id(), Storage.NOON)).hasValue(theirs);
    }

    @Test
    default void a_draft_is_too_old_after_seven_days() {
        var user = someUser();
        var draft = kept(user, Storage.NOON);
        var expired = draft.expiresAt();

        assertThat(drafts().find(user, draft.id(), expired.minusMillis(1))).hasValue(draft);
        assertThat(drafts().find(user, draft.id(), expired)).isEmpty();
        assertThat(drafts().discard(user, draft.id(), expired)).isFalse();
        assertThat(drafts().confirm(user, draft.id(), List.of(day(Tool.CURSOR, 4)), expired))
                .isFalse();

        drafts().begin(user, ScreenshotId.random(), expired);
        assertThat(drafts().find(user, draft.id(), Storage.NOON)).isEmpty();
    }

    @Test
    default void so_many_an_hour_may_be_begun_whatever_became_of_them() {
        var user = someUser();
        for (var begun = 0; begun < ScreenshotDrafts.MOST; begun++) {
            var draft = kept(user, Storage.NOON.plusSeconds(begun));
            drafts().discard(user, draft.id(), Storage.NOON.plusSeconds(begun));
        }
        var refused = ScreenshotId.random();
        var free = Storage.NOON.plus(Duration.ofHours(1));

        assertThat(drafts().begin(user, refused, Storage.NOON.plusSeconds(30))).hasValue(free);
        assertThat(drafts().begin(user, refused, free.minusMillis(1))).hasValue(free);
        assertThat(drafts().begin(someUser(), ScreenshotId.random(), Storage.NOON.plusSeconds(30)))
                .isEmpty();
        assertThat(drafts().begin(user, refused, free)).isEmpty();
        assertThat(drafts().begin(user, ScreenshotId.random(), free)).hasValue(free.plusSeconds(1));
    }

    @Test
    default void of_many_at_once_no_more_are_begun_than_may_be() throws Exception {
        var user = someUser();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> one = () ->
                    drafts().begin(user, ScreenshotId.random(), Storage.NOON).isEmpty();
            var begun = 0;
            for (var outcome : pool.invokeAll(
                    Stream.generate(() -> one).limit(2L * ScreenshotDrafts.MOST).toList())) {
                begun += outcome.get() ? 1 : 0;
            }
            assertThat(begun).isEqualTo(ScreenshotDrafts.MOST);
        } finally {
            pool.shutdownNow();
        }
    }

    private ScreenshotDrafts drafts() {
        return storage().told().screenshots();
    }

    private ScreenshotDraft kept(UserId user, Instant at) {
        var draft =
                new ScreenshotDraft(ScreenshotId.random(), Optional.of(Tool.CURSOR), days(), OptionalDouble.of(1), at);
        assertThat(drafts().begin(user, draft.id(), at)).isEmpty();
        drafts().keep(user, draft);
        return draft;
    }

    private static List<ReadDay> days() {
        return List.of(new ReadDay(Optional.of(MONDAY), requests(3), Optional.empty()));
    }

    private static EnteredDay day(Tool tool, long requests) {
        return new EnteredDay(tool, UsageDay.of(MONDAY, requests(requests)));
    }

    private static Measures requests(long count) {
        return Measures.NONE.withRequests(RequestCount.of(count, RequestBasis.AS_GIVEN));
    }
}
