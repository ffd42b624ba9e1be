package dev.aiusage.providers.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.importing.UsageSink;
import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * JSON that people bring as a file: read as a stream, its rows counted, and those that can't be what they claim rejected by their
 * number.
 */
public final class JsonFile {

    private static final String OF_ANSWERS = "The vendor's answer is not as documented: ";

    private JsonFile() {}

    /** What a format makes of one file. */
    public interface Content {

        /**
         * Whether objects are wanted that stand at the end of these names; elements of a list stand where the list does, and the
         * text itself, or each of several, at the end of none.
         */
        boolean want(List<String> names);

        /** Takes such an object; what is one of the file's rows, as a {@link Rows#row row}. */
        void take(List<String> names, JsonFields object, Rows rows);

        /** The file was read to its end. */
        default void end(Rows rows) {}
    }

    /** The account of a file's rows. */
    public static final class Rows {

        private final UsageSink sink;
        private long count;

        private Rows(UsageSink sink) {
            this.sink = sink;
        }

        /** One more row: what its taking finds malformed is the reason why it is rejected. */
        public void row(Runnable taking) {
            count++;
            sink.row();
            try {
                taking.run();
            } catch (VendorFailure.MalformedAnswer malformed) {
                sink.rejected(count, malformed.detail().replace(OF_ANSWERS, ""));
            }
        }
    }

    /** Whether a file that begins like this is an object (or a list of some) in which all these fields are named. */
    public static boolean beginsWith(byte[] beginning, String... fields) {
        var text = TextEncoding.beginning(beginning);
        return (text.startsWith("{") || text.startsWith("["))
                && Stream.of(fields).allMatch(field -> text.contains('"' + field + '"'));
    }

    /**
     * Reads the whole file.
     *
     * @throws RequestRejected.Malformed if more stands in a single row than any honest one has
     * @throws IOException if it can't be read on, or is no JSON any more
     */
    public static ReadPosition read(InputStream bytes, ReadPosition from, UsageSink sink, Content content)
            throws IOException {
        var rows = new Rows(sink);
        try {
            JsonWalk.through(TextEncoding.reader(bytes), new Taking(content, rows));
            content.end(rows);
        } catch (JsonProcessingException broken) {
            throw brokenOff(broken, rows.count);
        } catch (VendorFailure.AnswerTooLarge tooLarge) {
            throw new RequestRejected.Malformed(
                    "file",
                    "After row " + rows.count + " of the file more stands in one place than any honest one has.");
        }
        return new ReadPosition(from.offset(), rows.count);
    }

    private static IOException brokenOff(JsonProcessingException broken, long rows) {
        var place = broken.getLocation() == null
                ? ""
                : " (line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ")";
        var reason = broken instanceof StreamConstraintsException
                ? " something is nested deeper, or written longer, than in any honest file"
                : " it is no JSON any more";
        return new IOException("after row " + rows + reason + place + ".");
    }

    private record Taking(Content content, Rows rows) implements JsonWalk.Finds {

        @Override
        public boolean want(List<String> names) {
            return content.want(names);
        }

        @Override
        public void object(List<String> names, JsonFields found) {
            try {
                content.take(names, found, rows);
            } catch (VendorFailure.MalformedAnswer outsideOfRows) {
                rejected(outsideOfRows);
            }
        }

        @Override
        public void other(List<String> names) {
            rejected(new VendorFailure.MalformedAnswer("is no object"));
        }

        private void rejected(VendorFailure.MalformedAnswer malformed) {
            rows.row(() -> {
                throw malformed;
            });
        }
    }
}
