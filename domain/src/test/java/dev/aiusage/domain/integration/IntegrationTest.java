package dev.aiusage.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IntegrationTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Secret KEY = new Secret("sk-ant-admin01-abcdefgh");
    private final Integration connected = Integration.opened(
                    IntegrationId.random(),
                    UserId.LOCAL,
                    Tool.CLAUDE_CODE,
                    IntegrationMethod.API,
                    new Scope("acme", "anna"),
                    NOON)
            .with(Connection.by(KEY));

    @Test
    void what_is_only_opened_has_no_key_and_is_active() {
        var logs = Integration.opened(
                IntegrationId.random(), UserId.LOCAL, Tool.CODEX, IntegrationMethod.LOGS, Scope.EVERYTHING, NOON);

        assertThat(logs.connection().hasKey()).isFalse();
        assertThat(logs.connection().isActive()).isTrue();
    }

    @Test
    void a_key_leaves_nothing_but_its_hint() {
        assertThat(connected.connection().keyHint()).isEqualTo("…efgh");
        assertThat(connected + connected.connection().toString()).doesNotContain("abcdefgh");
    }

    @Test
    void pausing_and_resuming_keeps_the_key() {
        var paused = connected.connection().paused();

        assertThat(paused.isActive()).isFalse();
        assertThat(paused.resumed()).isEqualTo(connected.connection());
    }

    @Test
    void only_what_needs_its_user_is_not_tried_again() {
        assertThat(EnumSet.allOf(IntegrationStatus.class).stream().filter(status -> !status.isActive()))
                .containsExactly(IntegrationStatus.INVALID_KEY, IntegrationStatus.PAUSED);
    }

    @Test
    void another_account_has_no_usage_yet() {
        var synced = connected.syncedAt(NOON);

        assertThat(synced.narrowedTo("anna")).isEqualTo(synced);
        assertThat(synced.narrowedTo("").lastSyncedAt()).isEmpty();
        assertThat(synced.narrowedTo("").scope()).isEqualTo(new Scope("acme", ""));
    }

    @Test
    void an_enterprise_is_not_the_organization_of_its_name() {
        var enterprise = Scope.ofEnterprise("acme", "");

        assertThat(enterprise).isNotEqualTo(new Scope("acme", ""));
        assertThat(enterprise.isEnterprise()).isTrue();
        assertThat(enterprise.name()).isEqualTo("acme");
        assertThat(new Scope("acme", "").name()).isEqualTo("acme");
    }

    @ParameterizedTest
    @EnumSource
    void a_status_is_found_by_its_slug(IntegrationStatus status) {
        assertThat(IntegrationStatus.of(status.slug())).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void a_runs_status_is_found_by_its_slug(SyncStatus status) {
        assertThat(SyncStatus.of(status.slug())).isEqualTo(status);
    }

    @Test
    void other_words_are_no_status() {
        assertThatThrownBy(() -> IntegrationStatus.of("ACTIVE")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SyncStatus.of("done")).isInstanceOf(IllegalArgumentException.class);
    }
}
