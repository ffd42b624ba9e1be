package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface IntegrationsContract extends StorageContract {

    @Test
    default void an_opened_integration_is_as_it_was_asked_for() {
        var user = someUser();
        var scope = new Scope("Acme GmbH", "anna@example.org");

        var opened = storage()
                .integrations()
                .open(user, Tool.CURSOR, IntegrationMethod.API, scope, Instant.parse("2026-11-24T12:00:00.123456789Z"));

        assertThat(opened.user()).isEqualTo(user);
        assertThat(opened.tool()).isEqualTo(Tool.CURSOR);
        assertThat(opened.method()).isEqualTo(IntegrationMethod.API);
        assertThat(opened.scope()).isEqualTo(scope);
        assertThat(opened.createdAt()).isEqualTo("2026-11-24T12:00:00.123456Z");
        assertThat(opened.lastSyncedAt()).isEmpty();
        assertThat(storage().integrations().of(user)).containsExactly(opened);
    }

    @Test
    default void opening_again_gives_the_same_integration() {
        var user = someUser();
        var first = storage().logs(user);

        var again = storage()
                .integrations()
                .open(user, first.tool(), first.method(), first.scope(), Storage.NOON.plusSeconds(60));

        assertThat(again).isEqualTo(first);
        assertThat(storage().integrations().of(user)).containsExactly(first);
    }

    @Test
    default void each_method_and_scope_of_a_tool_is_an_integration_of_its_own() {
        var user = someUser();
        var integrations = storage().integrations();
        integrations.open(user, Tool.CURSOR, IntegrationMethod.CSV, Scope.EVERYTHING, Storage.NOON);
        integrations.open(user, Tool.CURSOR, IntegrationMethod.MANUAL, Scope.EVERYTHING, Storage.NOON);
        integrations.open(user, Tool.CURSOR, IntegrationMethod.CSV, new Scope("", "anna"), Storage.NOON);
        integrations.open(user, Tool.CURSOR, IntegrationMethod.CSV, new Scope("anna", ""), Storage.NOON);

        assertThat(integrations.of(user)).hasSize(4);
    }

    @Test
    default void integrations_are_ordered_by_tool_method_and_scope_in_code_points() {
        var user = someUser();
        open(user, Tool.CURSOR, IntegrationMethod.API, "\uD83D\uDE00");
        open(user, Tool.CURSOR, IntegrationMethod.API, "\uFF5E");
        open(user, Tool.CURSOR, IntegrationMethod.API, "b");
        open(user, Tool.CURSOR, IntegrationMethod.API, "B");
        open(user, Tool.CLAUDE_CODE, IntegrationMethod.TELEMETRY, "");
        open(user, Tool.CLAUDE_CODE, IntegrationMethod.CSV, "");
        open(user, Tool.CLAUDE_CODE, IntegrationMethod.LOGS, "");

        assertThat(storage().integrations().of(user))
                .extracting(held -> held.tool() + "/" + held.method().slug() + "/"
                        + held.scope().organization())
                .containsExactly(
                        "claude_code/csv/",
                        "claude_code/logs/",
                        "claude_code/telemetry/",
                        "cursor/api/B",
                        "cursor/api/b",
                        "cursor/api/\uFF5E",
                        "cursor/api/\uD83D\uDE00");
    }

    private Integration open(UserId user, Tool tool, IntegrationMethod method, String organization) {
        return storage().integrations().open(user, tool, method, new Scope(organization, ""), Storage.NOON);
    }

    @Test
    default void a_user_has_none_of_another_users_integrations() {
        storage().logs(someUser());

        assertThat(storage().integrations().of(someUser())).isEmpty();
    }

    @Test
    default void two_users_open_the_same_without_sharing_it() {
        assertThat(storage().logs(someUser()).id())
                .isNotEqualTo(storage().logs(someUser()).id());
    }

    @Test
    default void many_callers_at_once_open_one_integration() {
        var user = someUser();

        var ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(caller -> storage().logs(user).id())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
    }

    @Test
    default void the_latest_sync_is_noted_and_an_earlier_one_changes_nothing() {
        var user = someUser();
        var logs = storage().logs(user);

        storage().integrations().noteSynced(user, logs.id(), Instant.parse("2026-11-24T12:00:00.9999999Z"));
        storage().integrations().noteSynced(user, logs.id(), Instant.parse("2026-11-24T11:00:00Z"));

        assertThat(storage().integrations().of(user))
                .containsExactly(logs.syncedAt(Instant.parse("2026-11-24T12:00:00.999999Z")));
        assertThat(storage().logs(user).lastSyncedAt()).hasValue(Instant.parse("2026-11-24T12:00:00.999999Z"));
    }

    @Test
    default void noting_a_sync_of_an_unknown_or_a_strangers_integration_changes_nothing() {
        var stranger = someUser();
        var theirs = storage().logs(stranger);
        var user = someUser();

        storage().integrations().noteSynced(user, theirs.id(), Storage.NOON);
        storage().integrations().noteSynced(user, IntegrationId.random(), Storage.NOON);

        assertThat(storage().integrations().of(user)).isEmpty();
        assertThat(storage().integrations().of(stranger)).containsExactly(theirs);
    }
}
