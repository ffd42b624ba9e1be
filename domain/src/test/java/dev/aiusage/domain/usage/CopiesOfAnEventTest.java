package dev.aiusage.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopiesOfAnEventTest {

    private static final EventKey KEY = EventKey.of(Tool.CLAUDE_CODE, "message", "msg_1");
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void no_order_of_arrival_shows_in_what_copies_make() {
        var random = new Random(20261124);
        for (var round = 0; round < 2_000; round++) {
            var copies = new ArrayList<UsageEvent>();
            for (var i = 0; i < 4; i++) {
                copies.add(copy(random));
            }
            var merged = merge(copies);

            Collections.shuffle(copies, random);
            assertThat(merge(copies)).isEqualTo(merged);
            assertThat(copies.get(0).mergedWith(merge(copies.subList(1, 4)))).isEqualTo(merged);
            assertThat(merged.mergedWith(copies.get(2))).isEqualTo(merged);
        }
    }

    private static UsageEvent merge(List<UsageEvent> copies) {
        return copies.stream().reduce(UsageEvent::mergedWith).orElseThrow();
    }

    private static UsageEvent copy(Random random) {
        var parts = EventPart.values();
        var languages = List.of(Label.NONE, Label.of("Java"), Label.of("Kotlin"));
        var modifiers = List.of(Set.<Modifier>of(), Set.of(Modifier.FAST));
        var measures = Measures.NONE
                .withTokens(TokenCount.ofKinds(few(random), few(random), few(random), few(random)))
                .withLines(new LinesChanged(few(random), few(random)))
                .withDecisions(random.nextBoolean() ? Decisions.ACCEPTED : Decisions.REJECTED);
        return new UsageEvent(
                KEY,
                random.nextBoolean() ? EventKey.NONE : EventKey.ofRequest(Tool.CLAUDE_CODE, "req" + random.nextInt(2)),
                parts[random.nextInt(parts.length)],
                AT,
                new EventLabels(Label.NONE, Label.NONE, languages.get(random.nextInt(3))),
                SessionKey.NONE,
                measures,
                new PriceTerms(few(random), few(random), modifiers.get(random.nextInt(2))),
                new CopyRank(random.nextInt(2), 0, 0));
    }

    private static Count few(Random random) {
        return random.nextInt(3) == 0 ? Count.UNKNOWN : Count.of(random.nextInt(3));
    }
}
