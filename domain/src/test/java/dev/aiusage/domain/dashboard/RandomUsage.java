package dev.aiusage.domain.dashboard;

import static dev.aiusage.domain.usage.UsageDays.day;

import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.usage.UsageDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Any usage a user could have: few days and labels, so that sources meet, and days beside the range. */
public final class RandomUsage {

    private static final LocalDate TODAY = LocalDate.parse("2028-03-01");
    private static final List<Tool> TOOLS = List.of(Tool.CLAUDE_CODE, Tool.CURSOR, new Tool("my_tool"));
    private static final List<Scope> SCOPES =
            List.of(Scope.EVERYTHING, new Scope("", "ada"), new Scope("acme", ""), new Scope("acme", "ada"));

    private RandomUsage() {}

    public static UserUsage ofUser(Random random) {
        var integrations =
                TOOLS.stream().flatMap(tool -> integrations(tool, random)).toList();
        return new UserUsage(DateRange.lastDays(1 + random.nextInt(6), TODAY), ZoneOffset.UTC, integrations);
    }

    static List<IntegrationUsage> ofOneTool(Random random) {
        return integrations(Tool.CLAUDE_CODE, random).toList();
    }

    private static Stream<IntegrationUsage> integrations(Tool tool, Random random) {
        var integrations = new ArrayList<IntegrationUsage>();
        for (var method : IntegrationMethod.values()) {
            for (var scope : SCOPES) {
                if (random.nextInt(4) == 0) {
                    integrations.add(IntegrationUsages.of(tool, method, scope, days(random)));
                }
            }
        }
        return integrations.stream();
    }

    private static List<UsageDay> days(Random random) {
        return DateRange.lastDays(7, TODAY.plusDays(1)).stream()
                .filter(date -> random.nextBoolean())
                .map(date -> figures(day(date), random)
                        .model("opus", part -> figures(part, random))
                        .project("shop", part -> figures(part, random))
                        .toUsageDay())
                .toList();
    }

    private static UsageDays figures(UsageDays day, Random random) {
        if (random.nextBoolean()) {
            var bases = List.of(RequestBasis.REQUESTS, RequestBasis.AS_GIVEN, RequestBasis.SESSIONS_AND_EDITS);
            day.requests(random.nextInt(5), bases.get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            day.tokens(random.nextInt(5));
        }
        if (random.nextBoolean()) {
            day.lines(random.nextInt(3), random.nextInt(3));
        }
        if (random.nextBoolean()) {
            day.decided(random.nextInt(3), random.nextInt(3));
        }
        if (random.nextBoolean()) {
            day.cost("0." + random.nextInt(9), random.nextBoolean() ? CostBasis.BILLED : CostBasis.LIST_PRICE);
        }
        return day;
    }
}
