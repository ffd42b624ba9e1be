package dev.aiusage.providers.vision;

import static dev.aiusage.providers.vision.FakeModel.error;
import static dev.aiusage.providers.vision.FakeModel.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.screenshots.PictureReading.Unreadable;
import dev.aiusage.application.syncing.VendorFailure;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which the Messages API does not answer with figures. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RefusedPicturesTest {

    private final FakeModel model = new FakeModel();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_model_may_refuse_a_picture() {
        model.answers(message("refusal", "I won't read this."));

        assertThat(model.read()).isEqualTo(new Unreadable("was refused by the vision model"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_tokens", "model_context_window_exceeded"})
    void an_answer_that_was_cut_off_is_not_taken_for_a_whole_one(String reason) {
        model.answers(
                message(reason, "{\"rows\":[{\"date\":\"2026-11-23\",\"metric\":\"requests\",\"value\":4},{\"date\""));

        assertThat(((Unreadable) model.read()).reason()).contains("more than can be read at once");
    }

    @Test
    void a_key_that_is_refused_is_the_operators_matter() {
        model.answers(error(401, "authentication_error", "invalid x-api-key: " + FakeModel.KEY));

        assertThat(failure(1))
                .isInstanceOf(VendorFailure.InvalidKey.class)
                .hasMessageContaining("VISION_API_KEY")
                .hasMessageNotContaining("sensitive");
    }

    @Test
    void a_key_of_the_wrong_kind_is_the_operators_matter() {
        model.answers(error(403, "permission_error", "Your API key does not have permission"));

        assertThat(failure(1))
                .isInstanceOf(VendorFailure.NotAllowed.class)
                .hasMessageContainingAll("VISION_API_KEY", FakeModel.MODEL);
    }

    @Test
    void a_model_that_nobody_knows_is_the_operators_matter() {
        model.answers(error(404, "not_found_error", "model: claude-haiku-5-5"));

        assertThat(failure(1)).isInstanceOf(VendorFailure.NotAllowed.class).hasMessageContaining("VISION_MODEL");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402})
    void used_up_credit_is_the_operators_matter(int status) {
        model.answers(error(status, "invalid_request_error", "Your credit balance is too low"));

        assertThat(failure(1)).isInstanceOf(VendorFailure.SpendCap.class).hasMessageContaining("VISION_API_KEY");
    }

    @Test
    void too_many_calls_say_from_when_on_there_may_be_more() {
        model.answers(error(429, "rate_limit_error", "slow down").addHeader("Retry-After", "42"));

        assertThat(failure(1))
                .isInstanceOfSatisfying(
                        VendorFailure.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(FakeModel.NOW.plusSeconds(42)));
    }

    @Test
    void too_many_calls_without_a_time_are_worth_a_minute() {
        model.answers(error(429, "rate_limit_error", "slow down"));

        assertThat(failure(1))
                .isInstanceOfSatisfying(
                        VendorFailure.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(FakeModel.NOW.plusSeconds(60)));
    }

    @Test
    void a_picture_may_be_too_large_after_all() {
        model.answers(error(413, "request_too_large", "Request exceeds the maximum size"));

        assertThat(model.read()).isEqualTo(new Unreadable("is too large for the vision model"));
    }

    @Test
    void a_picture_may_be_damaged_behind_its_first_bytes() {
        model.answers(error(400, "invalid_request_error", "messages.0.content.0.image: Could not process image"));

        assertThat(((Unreadable) model.read()).reason()).contains("may be damaged");
    }

    @Test
    void another_bad_request_is_our_mistake() {
        model.answers(error(400, "invalid_request_error", "output_config: unexpected"));

        assertThat(failure(1)).isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 529})
    void the_vendors_own_trouble_is_tried_again_and_then_told(int status) {
        var trouble = error(status, "overloaded_error", "Overloaded");
        model.answers(trouble, trouble, trouble);

        assertThat(failure(3)).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test
    void a_trouble_that_passes_is_none() {
        model.answers(error(529, "overloaded_error", "Overloaded"), FakeModel.says("{\"rows\":[]}"));

        assertThat(model.read()).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_model_that_falls_silent_is_given_up() {
        model.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        assertThat(failure(1)).isInstanceOf(VendorFailure.Unavailable.class).hasMessageContaining("in time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>nginx</html>",
                "{\"stop_reason\":\"end_turn\",\"content\":[]}",
                "{\"stop_reason\":\"end_turn\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"…\"}]}",
                "{\"stop_reason\":\"end_turn\",\"content\":\"text\"}",
                "[]"
            })
    void what_is_no_message_is_malformed(String body) {
        model.answers(new MockResponse.Builder().body(body));

        assertThat(failure(1)).isInstanceOf(VendorFailure.MalformedAnswer.class);
    }

    @Test
    void the_picture_and_the_key_are_sent_nowhere_else() {
        model.answers(new MockResponse.Builder().code(307).addHeader("Location", "https://evil.example/v1/messages"));

        assertThat(failure(1)).isInstanceOf(VendorFailure.RedirectRefused.class);
    }

    private VendorFailure failure(int calls) {
        var failure = catchThrowableOfType(VendorFailure.class, model::read);
        assertThat(model.calls()).isEqualTo(calls);
        return failure;
    }
}
