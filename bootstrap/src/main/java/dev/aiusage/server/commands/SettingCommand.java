package dev.aiusage.server.commands;

import dev.aiusage.server.Logging;
import dev.aiusage.server.ThisMachine;
import dev.aiusage.server.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that needs the settings: reads and checks them, sets up logging, then does its work. */
abstract class SettingCommand implements Callable<Integer> {

    static final int FINE = 0;
    static final int FAILED = 1;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws Exception {
        var texts = SettingOptions.read(spec, System.getenv());
        var settings = Settings.of(texts, ThisMachine.userHome());
        Logging.use(settings.logFormat());
        return run(settings);
    }

    abstract int run(Settings settings) throws Exception;
}
