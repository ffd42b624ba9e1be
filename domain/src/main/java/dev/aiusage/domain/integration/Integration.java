package dev.aiusage.domain.integration;

import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way by which a user's usage of one tool arrives. There is one for each (tool, method, scope) of a user. */
public final class Integration {

    private final IntegrationId id;
    private final UserId user;
    private final Tool tool;
    private final IntegrationMethod method;
    private final Scope scope;
    private final Connection connection;
    private final Instant createdAt;
    private final @Nullable Instant lastSyncedAt;

    private Integration(
            IntegrationId id,
            UserId user,
            Tool tool,
            IntegrationMethod method,
            Scope scope,
            Connection connection,
            Instant createdAt,
            @Nullable Instant lastSyncedAt) {
        this.id = id;
        this.user = user;
        this.tool = tool;
        this.method = method;
        this.scope = scope;
        this.connection = connection;
        this.createdAt = createdAt;
        this.lastSyncedAt = lastSyncedAt;
    }

    /** An integration that has not brought anything yet. */
    public static Integration opened(
            IntegrationId id, UserId user, Tool tool, IntegrationMethod method, Scope scope, Instant createdAt) {
        return new Integration(id, user, tool, method, scope, Connection.KEYLESS, createdAt, null);
    }

    public Integration syncedAt(Instant instant) {
        return new Integration(id, user, tool, method, scope, connection, createdAt, instant);
    }

    public Integration with(Connection changed) {
        return new Integration(id, user, tool, method, scope, changed, createdAt, lastSyncedAt);
    }

    /** For another account, or for all of them. What arrived for the one before is not this one's. */
    public Integration narrowedTo(String account) {
        return account.equals(scope.account())
                ? this
                : new Integration(id, user, tool, method, scope.narrowedTo(account), connection, createdAt, null);
    }

    public IntegrationId id() {
        return id;
    }

    public UserId user() {
        return user;
    }

    public Tool tool() {
        return tool;
    }

    public IntegrationMethod method() {
        return method;
    }

    public Scope scope() {
        return scope;
    }

    public Connection connection() {
        return connection;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When usage last arrived by this integration; empty before the first time. */
    public Optional<Instant> lastSyncedAt() {
        return Optional.ofNullable(lastSyncedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Integration that
                && id.equals(that.id)
                && user.equals(that.user)
                && tool.equals(that.tool)
                && method == that.method
                && scope.equals(that.scope)
                && connection.equals(that.connection)
                && createdAt.equals(that.createdAt)
                && Objects.equals(lastSyncedAt, that.lastSyncedAt);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Integration[" + id + ", " + tool + ", " + method.slug() + "]";
    }
}
