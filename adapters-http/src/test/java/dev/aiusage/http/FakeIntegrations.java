package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.integrations.ChangeIntegration;
import dev.aiusage.application.integrations.ConnectIntegration;
import dev.aiusage.application.integrations.IntegrationChange;
import dev.aiusage.application.integrations.ListIntegrations;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.application.integrations.ShownIntegration;
import dev.aiusage.application.integrations.TriedIntegration;
import dev.aiusage.domain.integration.Connection;
import dev.aiusage.domain.integration.Integration;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.SyncId;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Connects whatever it is asked to under ids that count up; an organization named "taken" is connected already. */
final class FakeIntegrations implements ConnectIntegration, ListIntegrations, ChangeIntegration {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final IntegrationId FIRST = new IntegrationId(new UUID(0, 1));

    final List<NewConnection> asked = new ArrayList<>();
    final List<List<IntegrationChange>> changes = new ArrayList<>();
    final List<ShownIntegration> held = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public ShownIntegration connect(NewConnection connection) {
        meanwhile.run();
        asked.add(connection);
        if (connection.organization().equals("taken")) {
            throw new RequestRejected.AlreadyConnected(FIRST);
        }
        var id = new IntegrationId(new UUID(0, held.size() + 1L));
        var scope = connection.enterprise().isEmpty()
                ? new Scope(connection.organization(), connection.account())
                : Scope.ofEnterprise(connection.enterprise(), connection.account());
        var integration = Integration.opened(
                        id, connection.user(), connection.tool(), IntegrationMethod.API, scope, NOON)
                .with(Connection.by(connection.key()));
        var shown = new ShownIntegration(integration, Optional.of(queued(id)), Optional.of(NOON));
        held.add(shown);
        return shown;
    }

    /** Its vendor takes any key but those that hold "refused", and can't be asked about those that hold "away". */
    @Override
    public TriedIntegration connectTried(NewConnection connection) {
        if (connection.key().reveal().contains("refused")) {
            throw new RequestRejected.InvalidField("api_key", "is refused by the vendor");
        }
        if (connection.key().reveal().contains("away")) {
            throw new RequestRejected.VendorUnavailable("The vendor does not answer.");
        }
        return new TriedIntegration(connect(connection), "all of Acme");
    }

    static SyncRun queued(IntegrationId integration) {
        return SyncRun.queued(new SyncId(new UUID(1, 1)), integration, NOON);
    }

    @Override
    public List<ShownIntegration> of(UserId user) {
        meanwhile.run();
        return held.stream()
                .filter(one -> one.integration().user().equals(user))
                .toList();
    }

    @Override
    public ShownIntegration change(UserId user, IntegrationId integration, List<IntegrationChange> wanted) {
        var shown = require(user, integration);
        changes.add(wanted);
        if (wanted.contains(new IntegrationChange.NewAccount("taken"))) {
            throw new RequestRejected.AlreadyConnected(FIRST);
        }
        if (wanted.contains(new IntegrationChange.NewAccount("refused"))) {
            throw new RequestRejected.InvalidField("account", "is refused");
        }
        return shown;
    }

    void remove(UserId user, IntegrationId integration) {
        held.remove(require(user, integration));
    }

    private ShownIntegration require(UserId user, IntegrationId integration) {
        return of(user).stream()
                .filter(one -> one.integration().id().equals(integration))
                .findFirst()
                .orElseThrow(() -> new RequestRejected.NotFound("integration"));
    }

    void reset() {
        asked.clear();
        changes.clear();
        held.clear();
        meanwhile = () -> {};
    }
}
