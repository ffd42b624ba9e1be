package dev.aiusage.server.settings;

import dev.aiusage.VisionOptions;
import dev.aiusage.domain.integration.Secret;

/** Who reads screenshots, read from the settings. No refusal shows the key. */
final class VisionTexts {

    private VisionTexts() {}

    static VisionOptions read(SettingTexts texts) {
        var options = texts.text(Setting.VISION_MODEL).map(VisionTexts::model).orElse(VisionOptions.DEFAULT);
        return texts.text(Setting.VISION_API_KEY)
                .map(key -> withKey(options, key))
                .orElse(options);
    }

    private static VisionOptions model(String text) {
        try {
            return VisionOptions.DEFAULT.withModel(text);
        } catch (IllegalArgumentException noModel) {
            throw new SettingRefused(
                    Setting.VISION_MODEL,
                    "must be a model such as " + VisionOptions.DEFAULT.model() + ", not \"" + text + "\"");
        }
    }

    private static VisionOptions withKey(VisionOptions options, String text) {
        try {
            return options.withKey(new Secret(text));
        } catch (IllegalArgumentException noKey) {
            throw new SettingRefused(Setting.VISION_API_KEY, "has characters that no key has");
        }
    }
}
