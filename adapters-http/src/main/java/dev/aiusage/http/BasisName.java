package dev.aiusage.http;

import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.RequestBasis;
import org.jspecify.annotations.Nullable;

/** What a figure rests on, as clients read it; null where there is no figure. */
final class BasisName {

    private BasisName() {}

    static @Nullable String of(CostBasis basis) {
        return basis == CostBasis.UNKNOWN ? null : basis.slug();
    }

    static @Nullable String of(RequestBasis basis) {
        return basis == RequestBasis.UNKNOWN ? null : basis.slug();
    }
}
