package dev.aiusage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.access.IngestToken;
import dev.aiusage.application.access.IngestTokenId;
import dev.aiusage.application.access.KeptToken;
import dev.aiusage.application.access.TokenHash;
import dev.aiusage.application.audit.AuditAction;
import dev.aiusage.application.audit.AuditEntry;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public interface IngestTokensContract extends StorageContract {

    @Test
    default void a_token_is_kept_by_its_hash_and_noted() {
        var user = someUser();
        var fresh = token(user, "laptop", Instant.parse("2026-11-24T12:00:00.1234567Z"));

        var kept = storage().access().tokens().keep(fresh, made(user));

        assertThat(kept.createdAt()).isEqualTo("2026-11-24T12:00:00.123456Z");
        assertThat(kept.name()).isEqualTo("laptop");
        assertThat(kept.lastUsedAt()).isEmpty();
        assertThat(storage().access().tokens().of(user)).containsExactly(new KeptToken(kept, fresh.hash()));
        assertThat(storage().trailOf(user)).containsExactly(made(user));
    }

    @Test
    default void tokens_are_listed_the_oldest_first_and_names_may_repeat() {
        var user = someUser();
        var later = keep(user, "same", Storage.NOON.plusSeconds(1));
        var earlier = keep(user, "same", Storage.NOON);

        assertThat(storage().access().tokens().of(user))
                .extracting(KeptToken::token)
                .containsExactly(earlier, later);
    }

    @Test
    default void a_revoked_token_is_gone_and_noted_once() {
        var user = someUser();
        var token = keep(user, "laptop", Storage.NOON);
        var revoked =
                Storage.entry(user, AuditAction.INGEST_TOKEN_REVOKED, token.id().toString());

        assertThat(storage().access().tokens().revoke(user, token.id(), revoked))
                .isTrue();
        assertThat(storage().access().tokens().revoke(user, token.id(), revoked))
                .isFalse();

        assertThat(storage().access().tokens().of(user)).isEmpty();
        assertThat(storage().trailOf(user)).containsExactly(made(user), revoked);
    }

    @Test
    default void the_latest_use_is_noted_and_an_earlier_one_changes_nothing() {
        var user = someUser();
        var token = keep(user, "laptop", Storage.NOON);

        storage().access().tokens().noteUsed(user, token.id(), Instant.parse("2026-11-24T13:00:00.9999999Z"));
        storage().access().tokens().noteUsed(user, token.id(), Storage.NOON);

        assertThat(storage().access().tokens().of(user).get(0).token().lastUsedAt())
                .hasValue(Instant.parse("2026-11-24T13:00:00.999999Z"));
    }

    @Test
    default void a_strangers_tokens_are_not_seen_used_or_revoked() {
        var stranger = someUser();
        var theirs = keep(stranger, "laptop", Storage.NOON);
        var user = someUser();

        storage().access().tokens().noteUsed(user, theirs.id(), Storage.NOON);

        assertThat(storage().access().tokens().of(user)).isEmpty();
        assertThat(storage().access().tokens().revoke(user, theirs.id(), made(user)))
                .isFalse();
        assertThat(storage().access().tokens().of(stranger))
                .extracting(KeptToken::token)
                .containsExactly(theirs);
        assertThat(storage().trailOf(user)).isEmpty();
    }

    private IngestToken keep(UserId user, String name, Instant at) {
        return storage().access().tokens().keep(token(user, name, at), made(user));
    }

    private static AuditEntry made(UserId user) {
        return Storage.entry(user, AuditAction.INGEST_TOKEN_MADE, "token");
    }

    private static KeptToken token(UserId user, String name, Instant at) {
        var id = IngestTokenId.random();
        return new KeptToken(
                new IngestToken(id, user, name, at, Optional.empty()), TokenHash.of(new Secret("aiu_" + id)));
    }
}
