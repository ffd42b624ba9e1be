package dev.aiusage.server.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The settings as texts: the options of the command line over the environment. An empty text is none. */
public final class SettingTexts {

    private final Map<Setting, String> texts = new EnumMap<>(Setting.class);

    public SettingTexts(Map<String, String> environment, Map<Setting, String> options) {
        for (var setting : Setting.values()) {
            var fromEnvironment = environment.getOrDefault(setting.name(), "");
            var text = options.getOrDefault(setting, fromEnvironment).strip();
            if (!text.isEmpty()) {
                texts.put(setting, text);
            }
        }
    }

    public boolean isGiven(Setting setting) {
        return texts.containsKey(setting);
    }

    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(texts.get(setting));
    }

    int wholeNumber(Setting setting, int otherwise, int min, int max) {
        var text = texts.get(setting);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new SettingRefused(setting, "must be a whole number, not \"" + text + "\"");
        }
        throw new SettingRefused(setting, "must lie between " + min + " and " + max + ", not " + text);
    }

    /** {@code true} or {@code false}; empty when not set. */
    Optional<Boolean> choice(Setting setting) {
        return text(setting).map(text -> switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingRefused(setting, "must be true or false, not \"" + text + "\"");
        });
    }
}
