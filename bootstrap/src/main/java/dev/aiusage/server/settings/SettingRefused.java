package dev.aiusage.server.settings;

/** A setting that is malformed, missing or unknown. The message is one line that names it and never shows a secret's value. */
public final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingRefused(Setting setting, String message) {
        this(setting.name() + " " + message);
    }

    public SettingRefused(String message) {
        super(message, null, false, false);
    }
}
