package dev.aiusage.server.reporting;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Standard output: UTF-8 for whatever reads it, and for a terminal what that can show. */
public final class StandardOutput {

    private final Charset charset;

    private StandardOutput(Charset charset) {
        this.charset = charset;
    }

    public static StandardOutput here() {
        return new StandardOutput(System.console() == null ? StandardCharsets.UTF_8 : terminal());
    }

    public void print(String text) {
        var out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset));
        out.print(
                charset.newEncoder().canEncode('–')
                        ? text
                        : text.replace('–', '-').replace('…', '~'));
        out.flush();
    }

    private static Charset terminal() {
        var name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
