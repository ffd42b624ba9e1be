package dev.aiusage.server.reporting;

import dev.aiusage.server.StartRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Standard output in UTF-8: whatever a shell's locale says, names of projects reach a file, a pipe or a terminal whole. */
public final class StandardOutput {

    private StandardOutput() {}

    /**
     * Prints all of a text.
     *
     * @throws StartRefused if not all of it could be written: whoever reads half a report must not take it for a whole one
     */
    public static void print(String text) {
        print(text, new FileOutputStream(FileDescriptor.out));
    }

    static void print(String text, OutputStream output) {
        try {
            var out = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            out.write(text);
            out.flush();
        } catch (IOException full) {
            throw StartRefused.failed("Standard output can't be written to: " + full.getMessage());
        }
    }
}
