package dev.aiusage.http;

import dev.aiusage.application.rotation.KeysInUse;
import java.util.List;

record KeysInUseView(String newest, List<Use> keys, long notSealed) {

    record Use(String name, long integrations, String state) {}

    static KeysInUseView of(KeysInUse inUse) {
        var uses = inUse.uses().stream()
                .map(use -> new Use(
                        use.name().text(), use.integrations(), use.state().slug()))
                .toList();
        return new KeysInUseView(inUse.newest().text(), uses, inUse.notSealed());
    }
}
