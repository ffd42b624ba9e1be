package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.AiUsage;
import dev.aiusage.VendorOptions;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.domain.dashboard.ToolUsage;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.testing.Organisation;
import dev.aiusage.testing.Organisation.CopilotDay;
import dev.aiusage.testing.Organisation.CursorEvent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** From the payloads of a whole organisation to the dashboard, against sums over what the payloads were made of. */
@Execution(ExecutionMode.SAME_THREAD)
final class OrganisationTotalsTest {

    private final LocalDate someDay = LocalDate.now(ZoneOffset.UTC).minusDays(5);

    private final List<CopilotDay> copilot = List.of(
            new CopilotDay("ada", someDay, 7, 3, new BigDecimal("0.1234567"), "claude-opus-5-5", "java"),
            new CopilotDay("ada", someDay.minusDays(1), 2, 1, new BigDecimal("3"), "gpt-6", "sql"),
            new CopilotDay("bob", someDay, 11, 0, new BigDecimal("1.0000001"), "gpt-6", "java"));

    private final List<CursorEvent> cursor = List.of(
            new CursorEvent("Ada@example.com", someDay, 1000, new BigDecimal("21.0300001"), "gpt-6"),
            new CursorEvent("Ada@example.com", someDay.minusDays(40), 17, new BigDecimal("0.0000001"), "auto"),
            new CursorEvent("bob@example.com", someDay, 5, new BigDecimal("100"), "gpt-6"));

    private Organisation organisation;
    private AiUsage usage;

    @BeforeEach
    void open() throws Exception {
        organisation = new Organisation(copilot, cursor);
        usage = AiUsage.builder()
                .inMemory()
                .encryptionKeys(EncryptionKeys.random(new KeyName("test")))
                .vendors(options(organisation.address()))
                .build();
    }

    @AfterEach
    void close() {
        usage.close();
        organisation.close();
    }

    @Test
    void everybody_is_counted_by_member_model_and_language() throws Exception {
        var dashboard = synchronised("", "");

        assertCopilot(shown(dashboard, Tool.GITHUB_COPILOT), copilot);
        assertCursor(shown(dashboard, Tool.CURSOR), cursor);
        assertThat(parts(shown(dashboard, Tool.GITHUB_COPILOT), Dimension.MEMBER, OrganisationTotalsTest::requests))
                .isEqualTo(sums(copilot, CopilotDay::login, day -> day.prompts() + day.acceptances()));
        assertThat(parts(shown(dashboard, Tool.CURSOR), Dimension.MEMBER, OrganisationTotalsTest::nanos))
                .isEqualTo(Map.of("ada@example.com", 210_300_002L, "bob@example.com", 1_000_000_000L));
    }

    @Test
    void an_account_narrows_to_that_person() throws Exception {
        var dashboard = synchronised("ada", "ada@example.com");

        assertCopilot(
                shown(dashboard, Tool.GITHUB_COPILOT),
                of(copilot, day -> day.login().equals("ada")));
        assertCursor(
                shown(dashboard, Tool.CURSOR), of(cursor, event -> event.email().startsWith("Ada")));
        assertThat(parts(shown(dashboard, Tool.CURSOR), Dimension.MEMBER, OrganisationTotalsTest::nanos))
                .isEmpty();
    }

    private static ToolUsage shown(Map<Tool, ToolUsage> dashboard, Tool tool) {
        return Objects.requireNonNull(dashboard.get(tool));
    }

    private static void assertCopilot(ToolUsage shown, List<CopilotDay> days) {
        assertThat(shown.totals().requests().count().orElse(-1))
                .isEqualTo(days.stream()
                        .mapToLong(day -> day.prompts() + day.acceptances())
                        .sum());
        assertThat(shown.totals().cost().dollars())
                .hasValueSatisfying(dollars -> assertThat(dollars)
                        .isEqualByComparingTo(sum(days, day -> day.credits().movePointLeft(2))));
        assertThat(parts(shown, Dimension.MODEL, OrganisationTotalsTest::requests))
                .isEqualTo(sums(days, CopilotDay::model, day -> day.prompts() + day.acceptances()));
        assertThat(parts(shown, Dimension.LANGUAGE, OrganisationTotalsTest::requests))
                .isEqualTo(sums(days, CopilotDay::language, CopilotDay::acceptances));
    }

    private static void assertCursor(ToolUsage shown, List<CursorEvent> events) {
        assertThat(shown.totals().requests().count().orElse(-1)).isEqualTo(events.size());
        assertThat(shown.totals().tokens().total().orElse(-1))
                .isEqualTo(events.stream().mapToLong(CursorEvent::tokens).sum());
        assertThat(shown.totals().cost().dollars())
                .hasValueSatisfying(dollars -> assertThat(dollars)
                        .isEqualByComparingTo(sum(events, event -> event.cents().movePointLeft(2))));
        assertThat(parts(shown, Dimension.MODEL, OrganisationTotalsTest::nanos))
                .isEqualTo(sums(
                        events,
                        CursorEvent::model,
                        event -> event.cents().movePointRight(7).longValueExact()));
    }

    /** What the dashboard shows of each tool when both are connected and fetched. */
    private Map<Tool, ToolUsage> synchronised(String login, String email) throws InterruptedException {
        var user = new UserId(UUID.randomUUID());
        var connect = usage.integrations().connect();
        connect.connect(new NewConnection(user, Tool.GITHUB_COPILOT, new Secret("ghp_0123456789"), "acme", "", login));
        connect.connect(new NewConnection(user, Tool.CURSOR, new Secret("crsr_0123456789abcdef"), "", "", email));
        try (var synchronising = usage.startSynchronising()) {
            assertThat(synchronising).isNotNull();
            var summary = usage.syncs().everything().run(due -> {});
            assertThat(summary.succeeded()).isEqualTo(2);
        }
        return new Host(usage, user)
                .dashboard().tools().stream().collect(Collectors.toMap(ToolUsage::tool, Function.identity()));
    }

    /** With a daily turn that is far away, whenever this is run. */
    private static VendorOptions options(URI vendors) {
        var ordinary = VendorOptions.DEFAULT;
        return new VendorOptions(
                new VendorOptions.Addresses(vendors, vendors, vendors, vendors),
                ordinary.callsAtOnce(),
                ordinary.callTimeout(),
                LocalTime.now(ZoneOffset.UTC).plusHours(12),
                ordinary.dailyZone());
    }

    private static Map<String, Long> parts(ToolUsage shown, Dimension dimension, ToLongFunction<Breakdown> measure) {
        var sums = new HashMap<String, Long>();
        shown.days()
                .forEach(day -> day.breakdowns(dimension)
                        .forEach(part -> sums.merge(part.label().text(), measure.applyAsLong(part), Long::sum)));
        return sums;
    }

    private static long requests(Breakdown part) {
        return part.measures().requests().count().orElse(-1);
    }

    private static long nanos(Breakdown part) {
        return part.measures().cost().nanoDollars().orElse(-1);
    }

    private static <T> Map<String, Long> sums(List<T> rows, Function<T, String> label, ToLongFunction<T> measure) {
        return rows.stream().collect(Collectors.groupingBy(label, Collectors.summingLong(measure)));
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> dollars) {
        return rows.stream().map(dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> List<T> of(List<T> rows, Predicate<T> wanted) {
        return rows.stream().filter(wanted).toList();
    }
}
