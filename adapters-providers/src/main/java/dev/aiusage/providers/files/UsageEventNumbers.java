package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.PriceTerms.Modifier;
import dev.aiusage.domain.usage.TokenCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of one event that another machine tells. */
final class UsageEventNumbers {

    /** As much as the logs of old versions may say that one request cost. */
    private static final long MAX_NANO_DOLLARS = 10_000_000_000_000L;

    private static final int MAX_SEARCHES = 1_000_000;
    private static final int MAX_RANK = 1_000;
    private static final int RANKS = 3;

    /** Each with the most that it can be. */
    private static final Map<String, Long> FIELDS = Map.ofEntries(
            Map.entry("usage_event", JsonLine.MAX_TOKENS),
            Map.entry("requests", 1L),
            Map.entry("input_tokens", JsonLine.MAX_TOKENS),
            Map.entry("output_tokens", JsonLine.MAX_TOKENS),
            Map.entry("cache_read_tokens", JsonLine.MAX_TOKENS),
            Map.entry("cache_creation_tokens", JsonLine.MAX_TOKENS),
            Map.entry("unsplit_tokens", JsonLine.MAX_TOKENS),
            Map.entry("one_hour_cache_tokens", JsonLine.MAX_TOKENS),
            Map.entry("web_searches", (long) MAX_SEARCHES),
            Map.entry("lines_added", JsonLine.MAX_TOKENS),
            Map.entry("lines_removed", JsonLine.MAX_TOKENS),
            Map.entry("accepted", 1L),
            Map.entry("rejected", 1L),
            Map.entry("cost_nanos", MAX_NANO_DOLLARS));

    private static final List<String> OF_REQUESTS = List.of(
            "input_tokens",
            "output_tokens",
            "cache_read_tokens",
            "cache_creation_tokens",
            "unsplit_tokens",
            "one_hour_cache_tokens",
            "web_searches",
            "cost_nanos");

    private final Map<String, Count> counts = new HashMap<>();
    private final List<Integer> rank = new ArrayList<>();
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private @Nullable String defect;

    /** Whether the field is one of these; then its value is taken. */
    boolean takes(String field, JsonLine json) throws IOException {
        var max = FIELDS.get(field);
        if (max != null) {
            counts.put(field, json.count(field, max));
        } else if (field.equals("rank")) {
            takeRank(json);
        } else if (field.equals("price_modifiers")) {
            takeModifiers(json);
        } else {
            return false;
        }
        return true;
    }

    private void takeRank(JsonLine json) throws IOException {
        if (!entersList("rank", json)) {
            return;
        }
        while (json.nextElement()) {
            rank.add((int) json.count("rank", MAX_RANK).orElse(-1));
        }
        if (rank.size() != RANKS || rank.contains(-1)) {
            defect = "rank must be three whole numbers";
        }
    }

    private void takeModifiers(JsonLine json) throws IOException {
        if (!entersList("price_modifiers", json)) {
            return;
        }
        while (json.nextElement()) {
            var name = json.textIfAny();
            switch (name == null ? "" : name) {
                case "fast" -> modifiers.add(Modifier.FAST);
                case "us_only" -> modifiers.add(Modifier.US_ONLY);
                case "batch" -> modifiers.add(Modifier.BATCH);
                default -> defect = "price_modifiers can be fast, us_only and batch";
            }
        }
    }

    private boolean entersList(String field, JsonLine json) throws IOException {
        var isList = json.isList();
        if (!isList) {
            defect = field + " must be a list";
            json.skip();
        }
        return isList;
    }

    void requireSound() throws BadLine {
        if (defect != null) {
            throw new BadLine(defect);
        }
        if (of("accepted").isKnown() != of("rejected").isKnown()
                || of("accepted").orElse(0) + of("rejected").orElse(1) != 1) {
            throw new BadLine("accepted and rejected must be 1 and 0, 0 and 1, or missing");
        }
    }

    void requireNoneOfRequests() throws BadLine {
        requireNone("what only requests have", OF_REQUESTS.toArray(String[]::new));
        if (!modifiers.isEmpty()) {
            throw new BadLine("price_modifiers is what only requests have");
        }
    }

    void requireNone(String why, String... fields) throws BadLine {
        for (var field : fields) {
            if (of(field).isKnown()) {
                throw new BadLine(field + " is " + why);
            }
        }
    }

    Count of(String field) {
        return counts.getOrDefault(field, Count.UNKNOWN);
    }

    TokenCount tokens() {
        return new TokenCount(
                of("input_tokens"),
                of("output_tokens"),
                of("cache_read_tokens"),
                of("cache_creation_tokens"),
                of("unsplit_tokens"));
    }

    LinesChanged lines() {
        return new LinesChanged(of("lines_added"), of("lines_removed"));
    }

    Decisions decisions() {
        return new Decisions(Count.UNKNOWN, of("accepted"), of("rejected"));
    }

    PriceTerms terms() {
        return new PriceTerms(of("one_hour_cache_tokens"), of("web_searches"), modifiers);
    }

    /** Three numbers; zeros where nothing was said. */
    List<Integer> rank() {
        return rank.isEmpty() ? List.of(0, 0, 0) : List.copyOf(rank);
    }
}
