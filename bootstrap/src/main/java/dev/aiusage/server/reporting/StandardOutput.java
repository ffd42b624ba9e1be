package dev.aiusage.server.reporting;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Standard output in UTF-8: whatever a shell's locale says, names of projects reach a file, a pipe or a terminal whole. */
public final class StandardOutput {

    private StandardOutput() {}

    public static void print(String text) {
        var out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
        out.print(text);
        out.flush();
    }
}
