package dev.aiusage.application.screenshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.RequestRejected.NotSetUp;
import dev.aiusage.application.RequestRejected.VendorUnavailable;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ReadScreenshotServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T23:30:00Z");
    private static final ReadDay DAY =
            new ReadDay(Optional.empty(), Measures.NONE.withSessions(Count.of(7)), Optional.empty());
    private static final PictureReading FIGURES =
            new PictureReading.Figures(Optional.of(Tool.CURSOR), List.of(DAY), OptionalDouble.of(0.5));

    private final FakeScreenshotDrafts drafts = new FakeScreenshotDrafts();
    private final List<LocalDate> asked = new ArrayList<>();

    @Test
    void what_was_read_is_kept_as_a_draft_and_is_no_usage() {
        var draft = service(FIGURES).read(screenshot(Optional.empty()));

        assertThat(draft)
                .isEqualTo(new ScreenshotDraft(
                        drafts.begun.get(0), Optional.of(Tool.CURSOR), List.of(DAY), OptionalDouble.of(0.5), NOW));
        assertThat(drafts.drafts.values()).containsExactly(draft);
        assertThat(drafts.confirmed).isEmpty();
        assertThat(asked).containsExactly(LocalDate.parse("2026-11-24"));
        assertThat(draft.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void its_owner_knows_better_which_tool_it_is_of() {
        var draft = service(FIGURES).read(screenshot(Optional.of(Tool.CODEX)));

        assertThat(draft.tool()).hasValue(Tool.CODEX);
    }

    @Test
    void a_picture_without_figures_is_refused_and_counts() {
        var service = service(new PictureReading.Unreadable("shows a cat"));

        assertThatThrownBy(() -> service.read(screenshot(Optional.empty())))
                .isInstanceOf(RequestRejected.InvalidField.class)
                .hasMessage("shows a cat");
        assertThat(drafts.begun).hasSize(1);
        assertThat(drafts.drafts).isEmpty();
    }

    @Test
    void who_had_too_many_read_is_told_to_wait_and_nothing_is_asked() {
        drafts.free = Optional.of(NOW.plusSeconds(90));

        var refused = catchThrowableOfType(
                RequestRejected.TooSoon.class, () -> service(FIGURES).read(screenshot(Optional.empty())));

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(asked).isEmpty();
    }

    @Test
    void what_only_the_operator_can_mend_is_told_as_such() {
        for (var failure : List.of(
                new VendorFailure.InvalidKey("set another VISION_API_KEY"),
                new VendorFailure.NotAllowed("no Admin key"),
                new VendorFailure.SpendCap("the credit is used up"))) {
            assertThatThrownBy(() -> failing(failure).read(screenshot(Optional.empty())))
                    .isInstanceOf(NotSetUp.class)
                    .hasMessage(failure.detail());
        }
    }

    @Test
    void what_passes_or_may_go_better_next_time_is_told_as_such() {
        for (var failure : List.of(
                new VendorFailure.Unavailable("silent"),
                new VendorFailure.MalformedAnswer("no JSON"),
                new VendorFailure.AnswerTooLarge("a flood"),
                new VendorFailure.RedirectRefused("elsewhere"))) {
            assertThatThrownBy(() -> failing(failure).read(screenshot(Optional.empty())))
                    .isInstanceOf(VendorUnavailable.class)
                    .hasMessage(failure.detail());
        }
        var limited = catchThrowableOfType(
                VendorUnavailable.class,
                () -> failing(new VendorFailure.RateLimited("too many", NOW.plusSeconds(42)))
                        .read(screenshot(Optional.empty())));
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(42));
        assertThat(drafts.drafts).isEmpty();
    }

    private ReadScreenshot service(PictureReading reading) {
        return service((picture, today) -> {
            asked.add(today);
            return reading;
        });
    }

    private ReadScreenshot failing(VendorFailure failure) {
        return service((picture, today) -> {
            throw failure;
        });
    }

    private ReadScreenshot service(PictureReader reader) {
        return new ReadScreenshotService(reader, drafts, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static NewScreenshot screenshot(Optional<Tool> tool) {
        return new NewScreenshot(UserId.LOCAL, Picture.of(Pictures.png(80, 60)), tool);
    }
}
