package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.application.integrations.KeyedIntegration;
import dev.aiusage.application.integrations.SealedKey;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.IntegrationStatus;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Breakdown;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public interface ConnectedIntegrationsContract extends StorageContract {

    Scope ACME = new Scope("acme", "");
    Scope ANNA = new Scope("acme", "anna@example.org");

    @Test
    default void what_is_connected_is_kept_with_its_key() {
        var user = someUser();
        var asked = Storage.keyed(user, Tool.CURSOR, ANNA, "v1.k.w.c");
        var late = Integration.opened(
                        asked.integration().id(),
                        user,
                        Tool.CURSOR,
                        IntegrationMethod.API,
                        ANNA,
                        Instant.parse("2026-11-24T12:00:00.123456789Z"))
                .with(asked.integration().connection());
        var entry = Storage.entry(user, AuditAction.INTEGRATION_CONNECTED, "x");

        var kept = storage().integrations().connect(new KeyedIntegration(late, asked.key()), entry);

        assertThat(kept.createdAt()).isEqualTo("2026-11-24T12:00:00.123456Z");
        assertThat(kept.connection()).isEqualTo(asked.integration().connection());
        assertThat(storage().integrations().find(user, kept.id()))
                .hasValue(new KeyedIntegration(kept, new SealedKey("v1.k.w.c")));
        assertThat(storage().integrations().of(user)).containsExactly(kept);
        assertThat(storage().trailOf(user)).containsExactly(entry);
    }

    @Test
    default void what_is_only_opened_has_no_key() {
        var user = someUser();
        var logs = storage().logs(user);

        assertThat(storage().integrations().find(user, logs.id())).hasValue(new KeyedIntegration(logs, SealedKey.NONE));
        assertThat(logs.connection()).isEqualTo(Connection.KEYLESS);
    }

    @Test
    default void a_second_one_of_the_same_tool_and_scope_is_refused_with_the_first_ones_id() {
        var user = someUser();
        var first = storage().connected(user, ACME, "one");
        storage().connected(user, ANNA, "two");
        storage().connected(user, Tool.OPENAI, ACME, "three");

        assertThatThrownBy(() -> storage().connected(user, ACME, "four"))
                .isInstanceOfSatisfying(
                        RequestRejected.AlreadyConnected.class,
                        refused -> assertThat(refused.existing()).isEqualTo(first.id()));
        assertThat(storage().integrations().of(user)).hasSize(3);
        assertThat(key(user, first)).isEqualTo("one");
        assertThat(storage().trailOf(user)).hasSize(3);
    }

    @Test
    default void of_many_who_connect_the_same_at_once_one_succeeds() {
        var user = someUser();

        var connected = IntStream.range(0, 8)
                .parallel()
                .mapToObj(caller -> tryToConnect(user))
                .flatMap(Optional::stream)
                .toList();

        assertThat(connected).hasSize(1);
        assertThat(storage().integrations().of(user)).isEqualTo(connected);
    }

    private Optional<Integration> tryToConnect(UserId user) {
        try {
            return Optional.of(storage().connected(user, ACME, "one"));
        } catch (RequestRejected.AlreadyConnected refused) {
            return Optional.empty();
        }
    }

    @Test
    default void a_change_is_kept_whole_and_noted() {
        var user = someUser();
        var held = storage().connected(user, ACME, "one");
        var entry = Storage.entry(
                user, AuditAction.INTEGRATION_KEY_REPLACED, held.id().toString());
        var connection = Connection.by(new Secret("crsr_another_key_here"))
                .in(IntegrationStatus.NOT_ALLOWED, "The key may not read usage.");

        var changed = storage()
                .integrations()
                .change(
                        user,
                        held.id(),
                        before -> new KeyedIntegration(before.integration().with(connection), new SealedKey("two")),
                        List.of(entry));

        assertThat(changed).hasValue(held.with(connection));
        assertThat(storage().integrations().find(user, held.id()))
                .hasValue(new KeyedIntegration(held.with(connection), new SealedKey("two")));
        assertThat(storage().trailOf(user)).hasSize(2).contains(entry);
    }

    @Test
    default void another_account_forgets_the_days_of_the_one_before() {
        var user = someUser();
        var held = storage().connected(user, ACME, "one");
        storage().metrics().replaceDays(user, held.id(), List.of(day(3)));
        storage().integrations().noteSynced(user, held.id(), Storage.NOON);

        var changed = change(user, held, before -> before.narrowedTo("anna"));

        assertThat(changed.orElseThrow().scope().account()).isEqualTo("anna");
        assertThat(storage().integrations().of(user)).containsExactly(held.narrowedTo("anna"));
        assertThat(storage().utcDays(held)).isEmpty();
    }

    @Test
    default void any_other_change_leaves_the_days() {
        var user = someUser();
        var held = storage().connected(user, ACME, "one");
        storage().metrics().replaceDays(user, held.id(), List.of(day(3)));

        change(user, held, before -> before.with(before.connection().paused()));

        assertThat(storage().utcDays(held)).containsExactly(day(3));
    }

    @Test
    default void a_scope_that_is_taken_changes_nothing() {
        var user = someUser();
        var anna = storage().connected(user, ANNA, "one");
        var all = storage().connected(user, ACME, "two");
        storage().metrics().replaceDays(user, all.id(), List.of(day(3)));

        assertThatThrownBy(() -> change(user, all, before -> before.narrowedTo(ANNA.account())))
                .isInstanceOfSatisfying(
                        RequestRejected.AlreadyConnected.class,
                        refused -> assertThat(refused.existing()).isEqualTo(anna.id()));
        assertThat(storage().integrations().of(user)).containsExactly(all, anna);
        assertThat(storage().utcDays(all)).containsExactly(day(3));
        assertThat(storage().trailOf(user)).hasSize(2);
    }

    @Test
    default void nothing_of_a_stranger_is_found_changed_or_removed() {
        var stranger = someUser();
        var theirs = storage().connected(stranger, ACME, "one");
        storage().metrics().replaceDays(stranger, theirs.id(), List.of(day(3)));
        var before = storage().trailOf(stranger);
        var user = someUser();
        var integrations = storage().integrations();

        assertThat(integrations.find(user, theirs.id())).isEmpty();
        assertThat(integrations.change(
                        user,
                        theirs.id(),
                        held -> new KeyedIntegration(held.integration(), new SealedKey("mine")),
                        List.of(Storage.entry(user, AuditAction.INTEGRATION_KEY_REPLACED, "x"))))
                .isEmpty();
        assertThat(integrations.remove(user, theirs.id(), removed(user))).isFalse();
        integrations.noteStatus(user, theirs.id(), new SealedKey("one"), IntegrationStatus.FAILING, "");

        assertThat(integrations.find(stranger, theirs.id()))
                .hasValue(new KeyedIntegration(theirs, new SealedKey("one")));
        assertThat(storage().utcDays(theirs)).containsExactly(day(3));
        assertThat(storage().trailOf(user)).isEmpty();
        assertThat(storage().trailOf(stranger)).isEqualTo(before);
    }

    @Test
    default void what_is_removed_is_gone_with_all_that_was_its_own() {
        var user = someUser();
        var held = storage().connected(user, ACME, "one");
        var other = storage().connected(user, ANNA, "two");
        storage().metrics().replaceDays(user, held.id(), List.of(day(3)));
        storage().metrics().replaceDays(user, other.id(), List.of(day(4)));
        storage().access().runs().enqueue(user, held.id(), Storage.NOON);

        assertThat(storage().integrations().remove(user, held.id(), removed(user)))
                .isTrue();

        assertThat(storage().integrations().of(user)).containsExactly(other);
        assertThat(storage().integrations().find(user, held.id())).isEmpty();
        assertThat(storage().access().runs().latest(user)).isEmpty();
        assertThat(storage().utcDays(other)).containsExactly(day(4));
        assertThat(storage().trailOf(user)).last().isEqualTo(removed(user));
        assertThat(storage().integrations().remove(user, held.id(), removed(user)))
                .isFalse();
        assertThat(storage().trailOf(user)).hasSize(3);
    }

    @Test
    default void after_a_removal_the_same_can_be_connected_again_and_has_no_days() {
        var user = someUser();
        var first = storage().connected(user, ACME, "one");
        storage().metrics().replaceDays(user, first.id(), List.of(day(3)));
        storage().integrations().remove(user, first.id(), removed(user));

        var second = storage().connected(user, ACME, "two");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(storage().utcDays(second)).isEmpty();
    }

    @Test
    default void a_session_that_two_integrations_saw_counts_at_the_one_that_stays() {
        var user = someUser();
        var logs = storage().logs(user);
        var telemetry = storage().opened(user, IntegrationMethod.TELEMETRY);
        var session = "shared";
        storage()
                .events()
                .record(
                        user,
                        logs.id(),
                        List.of(Events.request("a")
                                .at(Storage.NOON)
                                .session(session)
                                .build()));
        storage()
                .events()
                .record(
                        user,
                        telemetry.id(),
                        List.of(Events.request("b")
                                .at(Storage.NOON.plusSeconds(7_200))
                                .session(session)
                                .build()));
        assertThat(sessions(telemetry)).isZero();

        storage().integrations().remove(user, logs.id(), removed(user));

        assertThat(sessions(telemetry)).isEqualTo(1);
        assertThat(storage()
                        .zonedDays(telemetry, "Asia/Kathmandu")
                        .get(0)
                        .measures()
                        .sessions()
                        .orElse(-1))
                .isEqualTo(1);
    }

    private long sessions(Integration integration) {
        return storage().utcDays(integration).get(0).measures().sessions().orElse(-1);
    }

    @Test
    default void a_status_is_noted_for_the_key_that_it_was_found_with() {
        var user = someUser();
        var held = storage().connected(user, ACME, "one");
        var integrations = storage().integrations();

        assertThat(integrations.noteStatus(user, held.id(), new SealedKey("former"), IntegrationStatus.FAILING, "late"))
                .isFalse();
        assertThat(integrations.of(user)).containsExactly(held);

        assertThat(integrations.noteStatus(
                        user, held.id(), new SealedKey("one"), IntegrationStatus.KEY_UNREADABLE, "why"))
                .isTrue();
        assertThat(integrations.of(user))
                .containsExactly(held.with(held.connection().in(IntegrationStatus.KEY_UNREADABLE, "why")));
        assertThat(storage().trailOf(user)).hasSize(1);
    }

    @Test
    default void an_unknown_id_is_nobodys() {
        var user = someUser();

        assertThat(storage().integrations().find(user, IntegrationId.random())).isEmpty();
        assertThat(storage().integrations().remove(user, IntegrationId.random(), removed(user)))
                .isFalse();
    }

    private Optional<Integration> change(UserId user, Integration held, UnaryOperator<Integration> change) {
        return storage()
                .integrations()
                .change(
                        user,
                        held.id(),
                        before -> new KeyedIntegration(change.apply(before.integration()), before.key()),
                        List.of(Storage.entry(
                                user, AuditAction.INTEGRATION_PAUSED, held.id().toString())));
    }

    private String key(UserId user, Integration held) {
        return storage()
                .integrations()
                .find(user, held.id())
                .orElseThrow()
                .key()
                .text();
    }

    private static AuditEntry removed(UserId user) {
        return Storage.entry(user, AuditAction.INTEGRATION_REMOVED, "gone");
    }

    private static UsageDay day(int sessions) {
        var measures = Measures.NONE.withSessions(Count.of(sessions));
        return new UsageDay(
                LocalDate.of(2026, 11, 24),
                measures,
                List.of(new Breakdown(Dimension.MODEL, Label.of("auto"), measures)));
    }
}
