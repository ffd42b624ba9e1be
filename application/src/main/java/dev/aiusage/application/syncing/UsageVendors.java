package dev.aiusage.application.syncing;

import dev.aiusage.domain.integration.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vendors that can be asked here, one for each tool. */
public final class UsageVendors {

    private final Map<Tool, UsageVendor> byTool;

    /** Refuses two for the same tool by an {@link IllegalArgumentException}. */
    public UsageVendors(List<UsageVendor> vendors) {
        var found = new HashMap<Tool, UsageVendor>();
        for (var vendor : vendors) {
            if (found.put(vendor.tool(), vendor) != null) {
                throw new IllegalArgumentException("two vendors of " + vendor.tool());
            }
        }
        byTool = Map.copyOf(found);
    }

    public int count() {
        return byTool.size();
    }

    /** The vendor that tells this tool's usage; empty if none does. */
    public Optional<UsageVendor> of(Tool tool) {
        return Optional.ofNullable(byTool.get(tool));
    }
}
