package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiToolIntegrations.AI_TOOL_INTEGRATIONS;
import static dev.aiusage.db.jooq.tables.AiUsageEvents.AI_USAGE_EVENTS;

import dev.aiusage.application.integrations.IntegrationMissing;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.UsageEvent;
import dev.aiusage.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Prices an integration's events anew, page by page, each page a transaction; the version is noted when all are done. */
final class Repricing {

    private static final int PAGE = 5_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final UserTransactions transactions;
    private final UserId user;
    private final IntegrationId integration;
    private final PriceTable prices;

    Repricing(UserTransactions transactions, UserId user, IntegrationId integration, PriceTable prices) {
        this.transactions = transactions;
        this.user = user;
        this.integration = integration;
        this.prices = prices;
    }

    private record Page(UUID last, int read, int changed) {}

    int run() {
        if (transactions.read(user, this::isDone)) {
            return 0;
        }
        var changed = 0;
        var page = new Page(FIRST, PAGE, 0);
        while (page.read == PAGE) {
            var last = page.last;
            page = transactions.write(user, sql -> repriceAfter(last, sql));
            changed += page.changed;
        }
        transactions.write(user, this::note);
        return changed;
    }

    private boolean isDone(DSLContext sql) {
        return sql.select(AI_TOOL_INTEGRATIONS.PRICE_VERSION)
                .from(AI_TOOL_INTEGRATIONS)
                .where(isOurs())
                .fetchOptional(AI_TOOL_INTEGRATIONS.PRICE_VERSION)
                .orElseThrow(() -> new IntegrationMissing(integration))
                .equals(prices.version());
    }

    private int note(DSLContext sql) {
        return sql.update(AI_TOOL_INTEGRATIONS)
                .set(AI_TOOL_INTEGRATIONS.PRICE_VERSION, prices.version())
                .where(isOurs())
                .execute();
    }

    private Condition isOurs() {
        return AI_TOOL_INTEGRATIONS
                .USER_ID
                .eq(user.value())
                .and(AI_TOOL_INTEGRATIONS.INTEGRATION_ID.eq(integration.value()));
    }

    private Page repriceAfter(UUID last, DSLContext sql) {
        var tool = new IntegrationLocks(sql, user).lockAllOfTheSameTool(integration);
        var kept = priceable(last, sql);
        var changes = kept.stream()
                .map(before -> new Change(before, before.with(prices.reprice(before.event()))))
                .filter(change -> !change.isNone())
                .toList();
        new EventRecording(sql, user, tool).apply(changes);
        return new Page(kept.isEmpty() ? last : keyOf(kept.get(kept.size() - 1)), kept.size(), changes.size());
    }

    private List<KeptEvent> priceable(UUID last, DSLContext sql) {
        return sql.select(EventRows.fields())
                .from(AI_USAGE_EVENTS)
                .where(AI_USAGE_EVENTS.USER_ID.eq(user.value()))
                .and(AI_USAGE_EVENTS.EVENT_KEY.gt(last))
                .and(AI_USAGE_EVENTS.INTEGRATION_ID.eq(integration.value()))
                .and(AI_USAGE_EVENTS.KIND.eq(UsageEvent.Kind.REQUEST.slug()))
                .and(AI_USAGE_EVENTS.COST_BASIS.isNull().or(AI_USAGE_EVENTS.COST_BASIS.eq(CostBasis.LIST_PRICE.slug())))
                .orderBy(AI_USAGE_EVENTS.EVENT_KEY)
                .limit(PAGE)
                .fetch(EventRows::read);
    }

    private static UUID keyOf(KeptEvent kept) {
        return kept.event().key().value();
    }
}
