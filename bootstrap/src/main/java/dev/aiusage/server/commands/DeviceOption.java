package dev.aiusage.server.commands;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.server.StartRefused;
import dev.aiusage.server.ThisMachine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which machine the logs are of. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "the name of the machine that the logs come from (default: this machine's)")
    @Nullable
    String given;

    DeviceName name() {
        if (given == null) {
            return ThisMachine.deviceName();
        }
        try {
            var name = new DeviceName(given.strip());
            if (name.isPresent()) {
                return name;
            }
        } catch (IllegalArgumentException unshown) {
            throw StartRefused.wrongUse("--device " + DeviceName.RULE);
        }
        throw StartRefused.wrongUse("--device " + DeviceName.RULE);
    }
}
