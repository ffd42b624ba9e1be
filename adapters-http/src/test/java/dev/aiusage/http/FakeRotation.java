package dev.aiusage.http;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.rotation.KeysInUse;
import dev.aiusage.application.rotation.KeysInUse.State;
import dev.aiusage.application.rotation.KeysInUse.Use;
import dev.aiusage.application.rotation.RotateKeys;
import dev.aiusage.application.rotation.RotationReport;
import java.util.List;
import java.util.function.Consumer;

final class FakeRotation implements RotateKeys {

    private static final KeyName NEW = new KeyName("new");

    Runnable meanwhile = () -> {};

    @Override
    public RotationReport rotate(Consumer<RotationReport> progress) {
        meanwhile.run();
        progress.accept(new RotationReport(NEW, 1, 0, 0));
        return new RotationReport(NEW, 3, 2, 1);
    }

    @Override
    public KeysInUse check() {
        meanwhile.run();
        return new KeysInUse(
                NEW,
                List.of(
                        new Use(NEW, 5, State.NEWEST),
                        new Use(new KeyName("old"), 3, State.STILL_NEEDED),
                        new Use(new KeyName("gone"), 1, State.MISSING)),
                0);
    }

    void reset() {
        meanwhile = () -> {};
    }
}
