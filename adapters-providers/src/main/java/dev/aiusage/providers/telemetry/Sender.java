package dev.aiusage.providers.telemetry;

import dev.aiusage.domain.usage.Label;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import java.util.ArrayList;
import java.util.List;

/** Who sent something: the program with its machine and user, and the part of it that measured. */
record Sender(Attributes resource, String scope, String scopeVersion) {

    static Sender of(Attributes resource, InstrumentationScope scope) {
        return new Sender(resource, Identity.of(scope.getName()), Identity.of(scope.getVersion()));
    }

    /** Empty where it has none. */
    String service() {
        return resource.text("service.name").orElse("");
    }

    List<String> identity() {
        var all = new ArrayList<>(resource.identity());
        all.add(scope);
        all.add(scopeVersion);
        return all;
    }

    /** The project that the user names in OTEL_RESOURCE_ATTRIBUTES; some clients repeat these on each point. */
    Label project(Attributes attributes) {
        return attributes
                .text("project")
                .or(() -> attributes.text("project.name"))
                .or(() -> resource.text("project"))
                .or(() -> resource.text("project.name"))
                .map(Label::legible)
                .orElse(Label.NONE);
    }

    /** Of the point, or else of the whole program; empty where neither says. */
    String session(Attributes attributes) {
        return attributes
                .text("session.id")
                .or(() -> resource.text("session.id"))
                .orElse("");
    }
}
