package dev.aiusage.persistence;

import static dev.aiusage.persistence.Events.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.usage.RecordedEvents;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that one source knows by another name: log lines that know the id by which telemetry calls the same request. */
public interface AliasContract extends StorageContract {

    @Test
    default void the_one_with_the_alias_counts_whichever_came_first() {
        for (var logsFirst : List.of(1, 0)) {
            var user = someUser();
            var logs = storage().logs(user);
            var telemetry = storage().telemetry(user);
            var line = request("line").alias("request").session("s").tokens(5, 6);
            var told = request("request").session("s").tokens(1, 2);

            for (var turn = logsFirst; turn < logsFirst + 4; turn++) {
                record(turn % 2 == 1 ? logs : telemetry, turn % 2 == 1 ? line : told);
            }

            assertThat(days(logs)).containsExactly("2026-11-24: 1 of 11, sessions 1");
            assertThat(days(telemetry)).isEmpty();
        }
    }

    @Test
    default void within_one_list_it_is_the_same() {
        var logs = storage().logs(someUser());

        record(
                logs,
                request("request").tokens(1, 2),
                request("line").alias("request").tokens(5, 6));

        assertThat(days(logs)).containsExactly("2026-11-24: 1 of 11, sessions –");
    }

    @Test
    default void two_lines_with_one_alias_both_count() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().telemetry(user);
        record(telemetry, request("request").tokens(1, 2));

        record(
                logs,
                request("line 1").alias("request").tokens(5, 6),
                request("line 2").alias("request").tokens(7, 8));

        assertThat(days(logs)).containsExactly("2026-11-24: 2 of 26, sessions –");
        assertThat(days(telemetry)).isEmpty();
    }

    @Test
    default void only_the_part_of_telemetry_that_no_line_knows_counts() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().telemetry(user);
        record(
                logs,
                request("line 1").alias("request 1").at("2026-11-24T09:00:00Z").tokens(1, 1));

        record(
                telemetry,
                request("request 1").at("2026-11-24T09:00:01Z").tokens(1, 1),
                request("request 2").at("2026-11-24T09:00:02Z").tokens(2, 2));

        assertThat(days(telemetry)).containsExactly("2026-11-24: 1 of 4, sessions –");
    }

    @Test
    default void a_session_is_not_counted_at_one_that_steps_back() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().telemetry(user);
        record(telemetry, request("request").session("s").at("2026-11-22T09:00:00Z"));
        record(telemetry, request("another").session("s").at("2026-11-23T09:00:00Z"));
        assertThat(days(telemetry)).containsExactly("2026-11-22: 1 of –, sessions 1", "2026-11-23: 1 of –, sessions 0");

        record(logs, request("line").alias("request").session("s").at("2026-11-24T09:00:00Z"));

        assertThat(days(telemetry)).containsExactly("2026-11-23: 1 of –, sessions 1");
        assertThat(days(logs)).containsExactly("2026-11-24: 1 of –, sessions 0");
    }

    @Test
    default void when_the_line_goes_the_other_one_counts_again() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().telemetry(user);
        var others = storage()
                .integrations()
                .open(user, Tool.CLAUDE_CODE, IntegrationMethod.LOGS, new Scope("acme", ""), Storage.NOON);
        record(
                telemetry,
                request("request").session("s").at("2026-11-22T09:00:00Z").tokens(1, 2));
        record(logs, request("line").alias("request").session("s").tokens(5, 6));
        record(others, request("later").session("s").at("2026-11-23T09:00:00Z").tokens(1, 0));
        assertThat(days(others)).containsExactly("2026-11-23: 1 of 1, sessions 1");

        var entry = Storage.entry(user, AuditAction.INTEGRATION_REMOVED, "");
        storage().integrations().remove(user, logs.id(), entry);

        assertThat(days(telemetry)).containsExactly("2026-11-22: 1 of 3, sessions 1");
        assertThat(days(others)).containsExactly("2026-11-23: 1 of 1, sessions 0");
    }

    @Test
    default void a_repeat_that_knows_the_alias_sets_it() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().telemetry(user);
        record(logs, request("line").tokens(5, 6));
        record(telemetry, request("request").tokens(1, 2));

        assertThat(record(logs, request("line").alias("request").tokens(5, 6))).isEqualTo(new RecordedEvents(0, 1));

        assertThat(days(telemetry)).isEmpty();
        assertThat(days(logs)).containsExactly("2026-11-24: 1 of 11, sessions –");
        assertThat(record(logs, request("line").tokens(5, 6))).isEqualTo(RecordedEvents.NOTHING);
    }

    @Test
    default void an_alias_is_its_users_alone() {
        var telemetry = storage().telemetry(someUser());
        record(telemetry, request("request").tokens(1, 2));

        record(storage().logs(someUser()), request("line").alias("request").tokens(5, 6));

        assertThat(days(telemetry)).containsExactly("2026-11-24: 1 of 3, sessions –");
    }

    private List<String> days(Integration integration) {
        assertThat(storage().zonedDays(integration, "Africa/Abidjan"))
                .isEqualTo(storage().utcDays(integration));
        return storage().utcDays(integration).stream()
                .map(day -> day.date() + ": " + day.measures().requests().count() + " of "
                        + day.measures().tokens().total() + ", sessions "
                        + day.measures().sessions())
                .toList();
    }

    private RecordedEvents record(Integration integration, Events... events) {
        var built = Arrays.stream(events).map(Events::build).toList();
        return storage().events().record(integration.user(), integration.id(), built);
    }
}
