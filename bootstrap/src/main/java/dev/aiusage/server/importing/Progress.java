package dev.aiusage.server.importing;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Shows how far an import has come: a bar where somebody watches, a line for each file where not. */
public abstract sealed class Progress implements LongConsumer, AutoCloseable {

    final PrintWriter out;

    private Progress(PrintWriter out) {
        this.out = out;
    }

    public static Progress on(@Nullable Console console, PrintWriter out, long bytes) {
        return console == null ? new Lines(out) : new Bar(out, bytes);
    }

    public abstract void ended(ImportFile file, String outcome);

    @Override
    public abstract void close();

    private static final class Lines extends Progress {

        Lines(PrintWriter out) {
            super(out);
        }

        @Override
        public void accept(long bytes) {}

        @Override
        public void ended(ImportFile file, String outcome) {
            out.println(file.name() + ": " + outcome);
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static final class Bar extends Progress {

        private static final int WIDTH = 40;
        private static final int PERCENT = 100;

        private final long total;
        private long done;
        private int shown = -1;

        Bar(PrintWriter out, long total) {
            super(out);
            this.total = Math.max(1, total);
        }

        @Override
        public void accept(long bytes) {
            done += bytes;
            var percent = (int) Math.min(PERCENT, done * PERCENT / total);
            if (percent != shown) {
                shown = percent;
                var filled = percent * WIDTH / PERCENT;
                out.print("\r[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + percent + " %");
                out.flush();
            }
        }

        @Override
        public void ended(ImportFile file, String outcome) {}

        @Override
        public void close() {
            accept(0);
            out.println();
            out.flush();
        }
    }
}
