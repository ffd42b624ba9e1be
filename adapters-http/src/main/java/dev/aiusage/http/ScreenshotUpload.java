package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.screenshots.Picture;
import io.javalin.http.Context;
import java.io.IOException;

/** The one picture of a request: its body, or the part of a form that is called {@code file}. */
final class ScreenshotUpload {

    private static final String FIELD = "file";

    private ScreenshotUpload() {}

    static Picture of(Context context) {
        var upload = Upload.of(context.req(), Picture.MAX_BYTES);
        try {
            return Picture.of(bytes(upload));
        } catch (RequestRejected | Refused refused) {
            upload.drain();
            throw upload.timedOut() ? silent() : refused;
        } catch (IOException broken) {
            throw upload.timedOut() ? silent() : new RequestRejected.Malformed(FIELD, "the upload broke off");
        }
    }

    private static byte[] bytes(Upload upload) throws IOException {
        var files = upload.files();
        var file = files.next().orElseThrow(() -> new RequestRejected.InvalidField(FIELD, "is missing"));
        // A small upload may unpack to more than there is memory.
        var bytes = new LimitedStream(file.bytes(), Picture.MAX_BYTES, Picture.MAX_BYTES).readAllBytes();
        if (files.next().isPresent()) {
            throw new RequestRejected.InvalidField(FIELD, "must be one picture at a time");
        }
        return bytes;
    }

    private static Refused silent() {
        return new Refused(Problem.of(ProblemType.TIMED_OUT, "The upload fell silent before its end."));
    }
}
