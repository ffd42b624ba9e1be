package dev.aiusage.application.importing;

import java.util.regex.Pattern;

/** The name of a file format, as callers write it: "claude_code_jsonl". The list is open: each reader brings its own. */
public record ImportFormat(String slug) {

    /** Let the readers find out by looking at the file. */
    public static final ImportFormat AUTO = new ImportFormat("auto");

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    @Override
    public String toString() {
        return slug;
    }
}
