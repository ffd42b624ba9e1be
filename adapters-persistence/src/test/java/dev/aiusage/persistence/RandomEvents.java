package dev.aiusage.persistence;

import static dev.aiusage.persistence.Events.edit;
import static dev.aiusage.persistence.Events.request;

import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Events as logs bring them: partial, copied with other sessions, in halves, over several days. The same for the same seed. */
public final class RandomEvents {

    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    private static final int EVENTS = 60;
    private static final int MINUTES = 3 * 24 * 60;

    private final Random random;

    private RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    public static RandomEvents withSeed(long seed) {
        return new RandomEvents(seed);
    }

    /** One to four copies of each event, in no order. */
    public List<UsageEvent> copies() {
        var copies = new ArrayList<UsageEvent>();
        for (var event = 0; event < EVENTS; event++) {
            var copiesOfThis = 1 + random.nextInt(4);
            for (var copy = 0; copy < copiesOfThis; copy++) {
                copies.add(event % 3 == 0 ? anEdit("edit " + event) : aRequest("request " + event));
            }
        }
        Collections.shuffle(copies, random);
        return copies;
    }

    private UsageEvent aRequest(String id) {
        return request(id)
                .at(someTime())
                .model(one("opus", "haiku", ""))
                .project(one("shop", "blog", "", "\uD83D\uDE00"))
                .session(one("a", "b", "c", "d", "e"))
                .tokens(random.nextInt(3), random.nextInt(3))
                .cost(random.nextInt(4), random.nextBoolean() ? CostBasis.LIST_PRICE : CostBasis.BILLED)
                .rank(random.nextInt(2), random.nextInt(2), random.nextInt(2))
                .build();
    }

    private UsageEvent anEdit(String id) {
        var half = edit(id).at(someTime()).session(one("a", "b")).rank(random.nextInt(2), 0, 0);
        return switch (random.nextInt(3)) {
            case 0 -> half.part(EventPart.CALL).language(one("java", "sql")).build();
            case 1 ->
                half.part(EventPart.RESULT)
                        .lines(random.nextInt(9), random.nextInt(9))
                        .accepted()
                        .build();
            default ->
                half.lines(random.nextInt(9), random.nextInt(9)).rejected().build();
        };
    }

    private Instant someTime() {
        return START.plusSeconds(60L * random.nextInt(MINUTES));
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
