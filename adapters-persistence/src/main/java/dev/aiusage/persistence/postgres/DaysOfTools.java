package dev.aiusage.persistence.postgres;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Writes days that one user told of several tools, within one transaction. */
final class DaysOfTools {

    private final DSLContext sql;
    private final UserId user;

    DaysOfTools(DSLContext sql, UserId user) {
        this.sql = sql;
        this.user = user;
    }

    void keep(IntegrationMethod method, List<EnteredDay> days, Instant at) {
        PostgresUsers.note(user, sql);
        var byIntegration = opened(method, days, at);
        new IntegrationLocks(sql, user).lockAll(byIntegration.keySet());
        byIntegration.forEach(new DayTables(sql, user)::replace);
        IntegrationTable.noteSynced(user, byIntegration.keySet(), at, sql);
    }

    /** In the order of tools, so that two who open the same ones do not wait for each other in a circle. */
    private Map<IntegrationId, List<UsageDay>> opened(IntegrationMethod method, List<EnteredDay> days, Instant at) {
        var byTool = days.stream()
                .collect(Collectors.groupingBy(
                        EnteredDay::tool, TreeMap::new, Collectors.mapping(EnteredDay::day, Collectors.toList())));
        Map<IntegrationId, List<UsageDay>> opened = new LinkedHashMap<>();
        byTool.forEach((tool, ofTool) -> {
            PostgresUsageMetrics.requireEachOnce(ofTool);
            opened.put(open(tool, method, at).id(), ofTool);
        });
        return opened;
    }

    private Integration open(Tool tool, IntegrationMethod method, Instant at) {
        var fresh = Integration.opened(IntegrationId.random(), user, tool, method, Scope.EVERYTHING, at);
        IntegrationTable.insertUnlessThere(new KeyedIntegration(fresh, SealedKey.NONE), sql);
        return IntegrationTable.sameAs(fresh, sql).orElseThrow();
    }
}
