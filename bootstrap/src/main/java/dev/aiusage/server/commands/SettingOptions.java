package dev.aiusage.server.commands;

import dev.aiusage.server.settings.Setting;
import dev.aiusage.server.settings.SettingTexts;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gives a command an option for every setting, and reads what was given, over the environment. */
final class SettingOptions {

    private SettingOptions() {}

    static void addTo(CommandSpec command) {
        for (var setting : Setting.values()) {
            command.addOption(OptionSpec.builder(setting.option())
                    .paramLabel("VALUE")
                    .type(String.class)
                    .description(setting.help().replace("%", "%%"))
                    .build());
        }
    }

    /** Options before the command's name count as well; those after it go first. */
    static SettingTexts read(CommandSpec command, Map<String, String> environment) {
        var options = new EnumMap<Setting, String>(Setting.class);
        var parent = command.parent();
        if (parent != null) {
            collect(parent.commandLine().getParseResult(), options);
        }
        collect(command.commandLine().getParseResult(), options);
        return new SettingTexts(environment, options);
    }

    private static void collect(ParseResult parsed, Map<Setting, String> options) {
        for (var setting : Setting.values()) {
            String value = parsed.matchedOptionValue(setting.option(), "");
            if (parsed.hasMatchedOption(setting.option())) {
                options.put(setting, value);
            }
        }
    }
}
