package dev.aiusage.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.SettableClock;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IngestTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UserId ANNA = new UserId(UUID.randomUUID());
    private static final UserId BEN = new UserId(UUID.randomUUID());

    private final SettableClock clock = new SettableClock("2026-11-24T12:00:00Z");
    private final FakeIngestTokens tokens = new FakeIngestTokens();
    private final MakeIngestToken make = new MakeIngestTokenService(tokens, new SecureRandom(), clock);
    private final ListIngestTokens list = new ListIngestTokensService(tokens);
    private final RevokeIngestToken revoke = new RevokeIngestTokenService(tokens, clock);
    private final RecogniseIngestToken recognise = new RecogniseIngestTokenService(tokens, clock);

    @Test
    void a_token_is_known_by_its_text_which_is_kept_nowhere() {
        var made = make.make(ANNA, " laptop ");

        assertThat(made.text().reveal()).matches("aiu_[A-Za-z0-9_-]{64}");
        assertThat(made.token().name()).isEqualTo("laptop");
        assertThat(recognise.userOf(made.text())).hasValue(ANNA);
        assertThat(made + tokens.kept.toString() + tokens.trail)
                .doesNotContain(made.text().reveal().substring(4));
        assertThat(tokens.trail)
                .containsExactly(AuditEntry.by(
                        ANNA, AuditAction.INGEST_TOKEN_MADE, made.token().id().value(), NOON));
    }

    @Test
    void each_user_has_tokens_of_their_own() {
        var annas = make.make(ANNA, "laptop");
        var bens = make.make(BEN, "laptop");

        assertThat(list.of(ANNA)).containsExactly(annas.token());
        assertThat(recognise.userOf(bens.text())).hasValue(BEN);
    }

    @Test
    void texts_are_never_alike() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> make.make(ANNA, "laptop").text().reveal()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_revoked_token_is_worthless() {
        var made = make.make(ANNA, "laptop");

        revoke.revoke(ANNA, made.token().id());

        assertThat(recognise.userOf(made.text())).isEmpty();
        assertThat(list.of(ANNA)).isEmpty();
        assertThat(tokens.trail).extracting(AuditEntry::action).contains(AuditAction.INGEST_TOKEN_REVOKED);
    }

    @Test
    void a_strangers_token_cant_be_revoked() {
        var made = make.make(ANNA, "laptop");

        assertThatThrownBy(() -> revoke.revoke(BEN, made.token().id())).isInstanceOf(RequestRejected.NotFound.class);
        assertThat(recognise.userOf(made.text())).hasValue(ANNA);
    }

    @Test
    void a_text_with_one_other_character_is_no_token() {
        var text = make.make(ANNA, "laptop").text().reveal();

        for (var place = 0; place < text.length(); place++) {
            var other = text.charAt(place) == 'A' ? 'B' : 'A';
            var changed = text.substring(0, place) + other + text.substring(place + 1);
            assertThat(recognise.userOf(new Secret(changed))).as(changed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aiu_", "aiu_x", "Bearer", "aiu_====", "ghp_abcdefgh"})
    void other_texts_are_no_tokens(String text) {
        make.make(ANNA, "laptop");

        assertThat(recognise.userOf(new Secret(text))).isEmpty();
        assertThat(recognise.userOf(new Secret("aiu_" + "*".repeat(64)))).isEmpty();
        assertThat(recognise.userOf(new Secret("aiu_" + "A".repeat(1 << 20)))).isEmpty();
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        var made = make.make(ANNA, "laptop");

        recognise.userOf(made.text());
        clock.set("2026-11-24T12:00:59Z");
        recognise.userOf(made.text());
        assertThat(list.of(ANNA).get(0).lastUsedAt()).hasValue(NOON);
        assertThat(tokens.notes).isEqualTo(1);

        clock.set("2026-11-24T12:01:00Z");
        recognise.userOf(made.text());

        assertThat(list.of(ANNA).get(0).lastUsedAt()).hasValue(NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "\ud800"})
    void a_name_must_be_one_that_can_be_shown(String name) {
        assertThatThrownBy(() -> make.make(ANNA, name))
                .isInstanceOfSatisfying(
                        RequestRejected.InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
        assertThatThrownBy(() -> make.make(ANNA, "x".repeat(101))).isInstanceOf(RequestRejected.InvalidField.class);
        assertThat(tokens.kept).isEmpty();
    }
}
