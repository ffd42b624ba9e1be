package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;

/** Reads the figures of a day, a model or a project, which all have the same names; one that is not there is unknown. */
final class DemoMeasures {

    private DemoMeasures() {}

    static Measures read(DemoJson place) {
        return new Measures(
                requests(place.optional("requests").count()),
                tokens(place),
                new LinesChanged(
                        place.optional("lines_added").count(),
                        place.optional("lines_removed").count()),
                new Decisions(
                        place.optional("suggestions").count(),
                        place.optional("acceptances").count(),
                        place.optional("rejections").count()),
                place.optional("sessions").count(),
                place.optional("cost_usd").cost());
    }

    static RequestCount requests(Count count) {
        return RequestCount.of(count, RequestBasis.AS_GIVEN);
    }

    private static TokenCount tokens(DemoJson place) {
        var kinds = TokenCount.ofKinds(
                place.optional("input_tokens").count(),
                place.optional("output_tokens").count(),
                place.optional("cache_read_tokens").count(),
                place.optional("cache_creation_tokens").count());
        var total = place.optional("tokens");
        if (!kinds.isKnown()) {
            return TokenCount.ofTotal(total.count());
        }
        DemoSums.requireEqual(total, kinds.total(), "its kinds");
        return kinds;
    }
}
