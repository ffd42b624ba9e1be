package dev.aiusage.application.screenshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.AcceptanceRate;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ConfirmScreenshotServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final Measures SESSIONS = Measures.NONE.withSessions(Count.of(7));
    private static final ScreenshotId ID = ScreenshotId.random();

    private final FakeScreenshotDrafts drafts = new FakeScreenshotDrafts();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ConfirmScreenshot confirm = new ConfirmScreenshotService(drafts, clock);
    private final DiscardScreenshot discard = new DiscardScreenshotService(drafts, clock);

    @Test
    void a_draft_becomes_usage_as_it_was_read() {
        var rate = Optional.of(new AcceptanceRate(0.5));
        hold(Optional.of(Tool.CURSOR), new ReadDay(Optional.of(MONDAY), SESSIONS, rate));

        assertThat(confirm.asRead(UserId.LOCAL, ID)).isEqualTo(1);

        assertThat(drafts.confirmed)
                .containsExactly(new EnteredDay(
                        Tool.CURSOR, UsageDay.of(MONDAY, SESSIONS).withStatedRate(rate)));
    }

    @Test
    void what_the_picture_did_not_tell_has_to_be_told() {
        hold(
                Optional.empty(),
                new ReadDay(Optional.empty(), SESSIONS, Optional.empty()),
                new ReadDay(Optional.of(MONDAY), SESSIONS, Optional.empty()));

        var refused = catchThrowableOfType(RequestRejected.InvalidFields.class, () -> confirm.asRead(UserId.LOCAL, ID));

        assertThat(refused.faults())
                .extracting(RequestRejected.InvalidField::field)
                .containsExactly("metrics[0].provider", "metrics[0].metric_date", "metrics[1].provider");
        assertThat(drafts.drafts).containsKey(ID);
    }

    @Test
    void a_correction_takes_the_place_of_what_was_read() {
        hold(Optional.of(Tool.CURSOR), new ReadDay(Optional.empty(), SESSIONS, Optional.empty()));
        var corrected = List.of(
                new EnteredDay(Tool.CODEX, UsageDay.of(MONDAY, SESSIONS)),
                new EnteredDay(Tool.CURSOR, UsageDay.of(MONDAY, SESSIONS)));

        assertThat(confirm.corrected(UserId.LOCAL, ID, corrected)).isEqualTo(2);

        assertThat(drafts.confirmed).isEqualTo(corrected);
    }

    @Test
    void a_correction_that_can_not_be_leaves_the_draft() {
        hold(Optional.of(Tool.CURSOR), new ReadDay(Optional.of(MONDAY), SESSIONS, Optional.empty()));
        var future = List.of(new EnteredDay(Tool.CODEX, UsageDay.of(LocalDate.parse("2999-01-01"), SESSIONS)));

        assertThatThrownBy(() -> confirm.corrected(UserId.LOCAL, ID, future))
                .isInstanceOf(RequestRejected.InvalidFields.class);

        assertThat(drafts.drafts).containsKey(ID);
        assertThat(drafts.confirmed).isEmpty();
    }

    @Test
    void what_is_confirmed_or_discarded_is_no_draft_any_more() {
        hold(Optional.of(Tool.CURSOR), new ReadDay(Optional.of(MONDAY), SESSIONS, Optional.empty()));
        confirm.asRead(UserId.LOCAL, ID);

        assertGone();

        hold(Optional.of(Tool.CURSOR), new ReadDay(Optional.of(MONDAY), SESSIONS, Optional.empty()));
        discard.discard(UserId.LOCAL, ID);

        assertGone();
        assertThat(drafts.confirmed).hasSize(1);
    }

    private void assertGone() {
        var days = List.of(new EnteredDay(Tool.CODEX, UsageDay.of(MONDAY, SESSIONS)));
        assertThatThrownBy(() -> confirm.asRead(UserId.LOCAL, ID)).isInstanceOf(RequestRejected.NotFound.class);
        assertThatThrownBy(() -> confirm.corrected(UserId.LOCAL, ID, days))
                .isInstanceOf(RequestRejected.NotFound.class);
        assertThatThrownBy(() -> discard.discard(UserId.LOCAL, ID)).isInstanceOf(RequestRejected.NotFound.class);
    }

    private void hold(Optional<Tool> tool, ReadDay... days) {
        drafts.keep(UserId.LOCAL, new ScreenshotDraft(ID, tool, List.of(days), OptionalDouble.empty(), NOW));
    }
}
