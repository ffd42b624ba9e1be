package dev.aiusage.providers.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Exported texts are UTF-8, with or without a mark, or UTF-16 with one, as spreadsheets and Windows' shells write them. */
public final class TextEncoding {

    private static final int MARK = 3;

    private TextEncoding() {}

    public static Reader reader(InputStream bytes) throws IOException {
        var first = bytes.readNBytes(MARK);
        var charset = charset(first);
        var mark = markLength(first, charset);
        var rest = new PushbackInputStream(bytes, MARK);
        rest.unread(first, mark, first.length - mark);
        return new InputStreamReader(rest, charset);
    }

    /** The text that these bytes begin, without a mark and what is blank before it. */
    public static String beginning(byte[] bytes) {
        var charset = charset(bytes);
        var mark = markLength(Arrays.copyOf(bytes, Math.min(MARK, bytes.length)), charset);
        return new String(bytes, mark, bytes.length - mark, charset).stripLeading();
    }

    private static Charset charset(byte[] first) {
        if (first.length < 2) {
            return StandardCharsets.UTF_8;
        }
        if (first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return first[0] == (byte) 0xFF && first[1] == (byte) 0xFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static int markLength(byte[] first, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return 2;
        }
        return Arrays.equals(first, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}) ? MARK : 0;
    }
}
