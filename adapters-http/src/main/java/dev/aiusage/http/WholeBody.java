package dev.aiusage.http;

import java.io.InputStream;
import java.util.Optional;

/** A body that is one file. */
final class WholeBody implements UploadedFiles {

    private final InputStream body;
    private boolean isGiven;

    WholeBody(InputStream body) {
        this.body = body;
    }

    @Override
    public Optional<UploadedFile> next() {
        var file = new UploadedFile("The upload", body);
        var next = isGiven ? Optional.<UploadedFile>empty() : Optional.of(file);
        isGiven = true;
        return next;
    }
}
