package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.jspecify.annotations.Nullable;

/** The parts of a form that are called {@code file}; others are passed over. */
final class MultipartFiles implements UploadedFiles {

    private static final String FIELD = "file";

    private final MultipartEvents events;
    private int files;

    MultipartFiles(InputStream form, String contentType) {
        this.events = new MultipartEvents(form, boundary(contentType));
    }

    @Override
    public Optional<UploadedFile> next() throws IOException {
        var event = events.next();
        while (!(event instanceof MultipartEvent.End)) {
            if (event instanceof MultipartEvent.Part part && part.name().field().equals(FIELD)) {
                files++;
                return Optional.of(new UploadedFile(nameOf(part), new PartStream(events)));
            }
            event = events.next();
        }
        if (files == 0) {
            throw new RequestRejected.InvalidField(FIELD, "the form has no part of this name");
        }
        return Optional.empty();
    }

    private String nameOf(MultipartEvent.Part part) {
        var name = part.name().fileName();
        return name.isEmpty() ? "File " + files : name;
    }

    private static String boundary(String contentType) {
        @Nullable String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isEmpty()) {
            throw new RequestRejected.Malformed(FIELD, "the Content-Type of the form names no boundary");
        }
        return boundary;
    }
}
