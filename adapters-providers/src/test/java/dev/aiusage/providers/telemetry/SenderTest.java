package dev.aiusage.providers.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SeriesKey;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SenderTest {

    private static final Attributes NO_MORE = Attributes.of(List.of());

    @Test
    void a_program_is_told_from_others_by_all_that_it_says_of_itself() {
        var sender = sender("scope", attribute("service.name", "claude-code"), attribute("host.arch", "arm64"));

        assertThat(sender.identity())
                .containsExactly("host.arch", "arm64", "service.name", "claude-code", "scope", "1.0");
    }

    @Test
    void a_series_that_was_counted_before_keeps_its_hash() {
        var sender = sender("scope", attribute("service.name", "claude-code"), attribute("cwd", "d".repeat(4_000)));

        assertThat(SeriesKey.of(Tool.CLAUDE_CODE, sender.identity().toArray(String[]::new))
                        .value())
                .isEqualTo(UUID.fromString("786cd5ce-53a0-52b2-62e6-a33295b0df2a"));
    }

    @Test
    void one_that_says_endless_things_is_told_from_others_by_little() {
        var one = sender("s".repeat(1_000_000) + "1", attribute("a", "v".repeat(1_000_000) + "1"));
        var sameAgain = sender("s".repeat(1_000_000) + "1", attribute("a", "v".repeat(1_000_000) + "1"));
        var otherText = sender("s".repeat(1_000_000) + "1", attribute("a", "v".repeat(1_000_000) + "2"));
        var otherScope = sender("s".repeat(1_000_000) + "2", attribute("a", "v".repeat(1_000_000) + "1"));

        assertThat(String.join("", one.identity())).hasSizeLessThan(1_000);
        assertThat(one.identity())
                .isEqualTo(sameAgain.identity())
                .isNotEqualTo(otherText.identity())
                .isNotEqualTo(otherScope.identity());
    }

    @Test
    void one_that_says_a_little_of_endless_things_is_too() {
        var many = IntStream.range(0, 50_000)
                .mapToObj(number -> attribute("a" + number, ""))
                .toArray(KeyValue[]::new);

        assertThat(sender("scope", many).identity()).hasSizeLessThan(10);
    }

    @Test
    void endless_texts_are_read_from_their_beginning() {
        var sender = sender(
                "scope",
                attribute("project", "p".repeat(1_000_000)),
                attribute("session.id", "s".repeat(1_000_000)),
                attribute("service.name", " ".repeat(1_000_000) + "x"));

        assertThat(sender.project(NO_MORE)).isEqualTo(Label.of("p".repeat(200)));
        assertThat(sender.session(NO_MORE)).isEqualTo("s".repeat(4_096));
        assertThat(sender.service()).isEmpty();
    }

    private static Sender sender(String scope, KeyValue... resource) {
        return Sender.of(
                Attributes.of(List.of(resource)),
                InstrumentationScope.newBuilder()
                        .setName(scope)
                        .setVersion("1.0")
                        .build());
    }

    private static KeyValue attribute(String name, String text) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(text))
                .build();
    }
}
