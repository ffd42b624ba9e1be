package dev.aiusage.providers.vision;

import dev.aiusage.application.screenshots.PictureReading;
import dev.aiusage.application.screenshots.PictureReading.Unreadable;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;

/** The message that comes back. A text block holds the figures, be it the first block or one behind the model's thoughts. */
final class MessageAnswer implements AnswerParser<PictureReading> {

    private static final int TOO_LARGE = 413;
    private static final int BAD_REQUEST = 400;

    private final Clock clock;

    MessageAnswer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public PictureReading parse(Response answer) throws IOException {
        var message = VendorJson.object(answer);
        return switch (message.text("stop_reason").orElse("")) {
            case "refusal" -> new Unreadable("was refused by the vision model");
            case "max_tokens", "model_context_window_exceeded" ->
                new Unreadable("shows more than can be read at once: cut out what matters, or take fewer days");
            default -> new FiguresText(clock).read(text(message));
        };
    }

    private static String text(JsonFields message) {
        return message.objects("content")
                .filter(block -> block.text("type").filter("text"::equals).isPresent())
                .findFirst()
                .flatMap(block -> block.text("text"))
                .orElseThrow(() -> new VendorFailure.MalformedAnswer("The vision model answered without a text."));
    }

    /** A picture that looks whole from here may still be none to the vendor. */
    @Override
    public Optional<PictureReading> ofRefusal(FailedAnswer refusal) {
        if (refusal.status() == TOO_LARGE) {
            return Optional.of(new Unreadable("is too large for the vision model"));
        }
        var complaint = refusal.text("/error/message").orElse("").toLowerCase(Locale.ROOT);
        var isAboutPicture = complaint.contains("image") && !complaint.contains("model");
        return refusal.status() == BAD_REQUEST && isAboutPicture
                ? Optional.of(new Unreadable("can't be processed by the vision model: it may be damaged"))
                : Optional.empty();
    }
}
