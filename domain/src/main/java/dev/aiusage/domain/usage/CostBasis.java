package dev.aiusage.domain.usage;

import java.util.Arrays;

/** Where an amount of money comes from. All but {@link #BILLED} are estimates. */
public enum CostBasis {
    UNKNOWN("unknown"),
    BILLED("billed"),
    VENDOR_ESTIMATE("vendor_estimate"),
    /** Tokens times the vendor's list price. */
    LIST_PRICE("list_price"),
    MIXED("mixed");

    private final String slug;

    CostBasis(String slug) {
        this.slug = slug;
    }

    public static CostBasis of(String slug) {
        return Arrays.stream(values())
                .filter(basis -> basis.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a basis of cost: " + slug));
    }

    public String slug() {
        return slug;
    }

    CostBasis with(CostBasis other) {
        if (this == UNKNOWN || this == other) {
            return other;
        }
        return other == UNKNOWN ? this : MIXED;
    }
}
