package dev.aiusage.domain.device;

import dev.aiusage.domain.usage.Fingerprint;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.user.UserId;
import java.util.regex.Pattern;

/**
 * What a machine calls itself, mostly its host name: 1 to 200 code points that can be shown on one line. {@link #NONE} where
 * usage came without one.
 */
public record DeviceName(String text) implements Comparable<DeviceName> {

    public static final DeviceName NONE = new DeviceName("");

    public static final int MAX_CODE_POINTS = 200;

    /** What a name can't hold, for messages. */
    public static final String RULE = "must be a name of at most " + MAX_CODE_POINTS + " characters that can be shown";

    /** Refuses what is too long, and characters that can't be seen or that would turn the text around them. */
    public DeviceName {
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS
                || !text.equals(text.strip())
                || Unshown.PATTERN.matcher(text).find()) {
            throw new IllegalArgumentException("a device's name " + RULE);
        }
    }

    /** The name nearest to a text that nobody has checked: what can't stand in a name is replaced, what is too long cut. */
    public static DeviceName legible(String text) {
        var shown = Unshown.PATTERN.matcher(text).replaceAll("\uFFFD").strip();
        return new DeviceName(Label.of(shown).text().strip());
    }

    public boolean isPresent() {
        return !text.isEmpty();
    }

    /** The machine of this name among those of a user. */
    public DeviceId idOf(UserId user) {
        return new DeviceId(Fingerprint.of("device", user.toString(), text));
    }

    /** By code points, as the database orders. */
    @Override
    public int compareTo(DeviceName other) {
        return new Label(text).compareTo(new Label(other.text));
    }

    @Override
    public String toString() {
        return text;
    }

    /** Apart from the constant above, which is made before any other static field of this record is. */
    private static final class Unshown {
        static final Pattern PATTERN =
                Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    }
}
