package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.integration.Tool;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tool that a service or program is, by its name. */
final class ServiceTool {

    private static final Tool NAMELESS = new Tool("gen_ai");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 50;

    private ServiceTool() {}

    /** SDKs call a program that has no name "unknown_service", with a colon and the interpreter behind it. */
    static Tool named(String name) {
        var slug = OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_");
        var cut = slug.substring(0, Math.min(slug.length(), LONGEST));
        return name.startsWith("unknown_service") || !Tool.isSlug(cut) ? NAMELESS : Tool.named(cut);
    }
}
