package dev.aiusage;

import dev.aiusage.domain.integration.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who reads screenshots: a model of Anthropic's, asked at {@link VendorOptions.Addresses#anthropic()}.
 *
 * @param key an ordinary one, no Admin key; without it no screenshots are read
 * @param model which has to see pictures and keep to a form
 */
public record VisionOptions(Optional<Secret> key, String model) {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}");

    /** Without a key, so that nothing is read; the model is a cheap one. */
    public static final VisionOptions DEFAULT = new VisionOptions(Optional.empty(), "claude-haiku-5-5");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException for what no header and no question can hold; the message does not show the key
     */
    public VisionOptions {
        if (key.isPresent() && !SENDABLE.matcher(key.get().reveal()).matches()) {
            throw new IllegalArgumentException("a key is empty or has characters that no key has");
        }
        if (!MODEL.matcher(model).matches()) {
            throw new IllegalArgumentException("not the name of a model");
        }
    }

    public VisionOptions withKey(Secret changed) {
        return new VisionOptions(Optional.of(changed), model);
    }

    public VisionOptions withModel(String changed) {
        return new VisionOptions(key, changed);
    }
}
