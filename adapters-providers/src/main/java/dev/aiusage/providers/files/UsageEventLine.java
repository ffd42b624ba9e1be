package dev.aiusage.providers.files;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.EventPart;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One event as another machine tells it. What is missing is unknown; what is strange makes the line no event. */
final class UsageEventLine {

    static final int VERSION = 1;

    private static final String MARK = "usage_event";
    private static final int LONGEST_NAME_SHOWN = 40;

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final UsageEventNumbers numbers = new UsageEventNumbers();

    private UsageEventLine() {}

    /** Of any version: whether it can be read is told row by row. */
    static boolean isOne(LineBytes bytes) {
        try (var json = JsonLine.open(bytes)) {
            return json.beginsObject() && MARK.equals(json.nextField());
        } catch (IOException noJson) {
            return false;
        }
    }

    static UsageEventLine read(LineBytes bytes) throws BadLine {
        var line = new UsageEventLine();
        var strange = new String[1];
        var defect = LineObject.walk(bytes, (field, json) -> {
            if (!line.seen.add(field)) {
                strange[0] = strange[0] == null ? shown(field) + " stands twice" : strange[0];
            } else if (!line.takes(field, json)) {
                strange[0] = strange[0] == null ? shown(field) + " is no field of an event" : strange[0];
                json.skip();
            }
        });
        line.requireVersion();
        if (strange[0] != null) {
            throw new BadLine(strange[0]);
        }
        if (defect != null) {
            throw new BadLine(defect);
        }
        line.numbers.requireSound();
        return line;
    }

    private boolean takes(String field, JsonLine json) throws IOException {
        switch (field) {
            case "key",
                    "alias",
                    "tool",
                    "timestamp",
                    "part",
                    "model",
                    "project",
                    "language",
                    "session",
                    "cost_basis" -> {
                var text = json.text(field);
                if (text != null) {
                    texts.put(field, text);
                }
                return true;
            }
            default -> {
                return numbers.takes(field, json);
            }
        }
    }

    private void requireVersion() throws BadLine {
        if (!numbers.of(MARK).equals(Count.of(VERSION))) {
            throw new BadLine(MARK + " is not " + VERSION + ", the version that is read here");
        }
    }

    Tool tool() throws BadLine {
        var slug = texts.getOrDefault("tool", "");
        if (!Tool.isSlug(slug)) {
            throw new BadLine("tool is missing or no slug of a tool");
        }
        return Tool.named(slug);
    }

    UsageEvent event(PlausibleTime plausible) throws BadLine {
        var at = LogTime.of(texts.get("timestamp"), plausible);
        var isRequest = numbers.of("requests").isKnown();
        if (isRequest) {
            numbers.requireNone("what only edits have", "lines_added", "lines_removed", "accepted", "rejected");
        } else {
            numbers.requireNoneOfRequests();
        }
        return new UsageEvent(
                new EventKey(id("key")),
                texts.containsKey("alias") ? new EventKey(id("alias")) : EventKey.NONE,
                part(isRequest),
                at,
                new EventLabels(label("model"), label("project"), label("language")),
                texts.containsKey("session") ? new SessionKey(id("session")) : SessionKey.NONE,
                measures(),
                numbers.terms(),
                rank());
    }

    boolean isPricedByVendor() {
        return CostBasis.VENDOR_ESTIMATE.slug().equals(texts.get("cost_basis"));
    }

    private Measures measures() throws BadLine {
        return Measures.NONE
                .withRequests(RequestCount.of(numbers.of("requests"), RequestBasis.REQUESTS))
                .withTokens(numbers.tokens())
                .withLines(numbers.lines())
                .withDecisions(numbers.decisions())
                .withCost(cost());
    }

    /** Nothing on a machine knows what was billed; and what is priced by list is priced here. */
    private Cost cost() throws BadLine {
        var amount = numbers.of("cost_nanos");
        var basis = texts.get("cost_basis");
        if (amount.isKnown() == (basis == null)) {
            throw new BadLine("cost_nanos and cost_basis come together or not at all");
        }
        if (basis == null || basis.equals(CostBasis.LIST_PRICE.slug())) {
            return Cost.UNKNOWN;
        }
        if (!isPricedByVendor()) {
            throw new BadLine("cost_basis must be vendor_estimate or list_price");
        }
        return new Cost(amount, CostBasis.VENDOR_ESTIMATE);
    }

    private EventPart part(boolean isRequest) throws BadLine {
        var part = switch (texts.getOrDefault("part", "")) {
            case "call" -> EventPart.CALL;
            case "result" -> EventPart.RESULT;
            case "whole" -> EventPart.WHOLE;
            default -> throw new BadLine("part must be call, result or whole");
        };
        if (isRequest && part != EventPart.WHOLE) {
            throw new BadLine("part must be whole where there are requests");
        }
        return part;
    }

    private CopyRank rank() throws BadLine {
        var rank = numbers.rank();
        return new CopyRank(rank.get(0), rank.get(1), rank.get(2));
    }

    private UUID id(String field) throws BadLine {
        var text = texts.get(field);
        try {
            var id = UUID.fromString(text == null ? "" : text);
            if (id.toString().equals(text) && !id.equals(SessionKey.NONE.value())) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            throw new BadLine(field + " is missing or no UUID");
        }
        throw new BadLine(field + " is missing or no UUID");
    }

    private Label label(String field) throws BadLine {
        var text = texts.get(field);
        try {
            return text == null ? Label.NONE : new Label(text);
        } catch (IllegalArgumentException unstorable) {
            throw new BadLine(field + " is longer than 200 characters or holds what is no text");
        }
    }

    private static String shown(String field) {
        var name = field.length() <= LONGEST_NAME_SHOWN ? field : field.substring(0, LONGEST_NAME_SHOWN) + "…";
        return name.replaceAll("\\p{C}", "\uFFFD");
    }
}
