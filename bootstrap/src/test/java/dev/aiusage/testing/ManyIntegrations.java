package dev.aiusage.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.AiUsage;
import dev.aiusage.VendorOptions;
import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.NewConnection;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.integration.SyncRun;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Many users with an integration each, all of them due at once, on a real PostgreSQL and a pool of ten connections. */
public final class ManyIntegrations implements AutoCloseable {

    public static final int POOL = 10;

    /** One user's. */
    public record Held(UserId user, IntegrationId integration) {}

    private final QuickOpenAi vendor = new QuickOpenAi();
    private final SharedDatabase database;
    private final HikariDataSource pool;
    private final HikariDataSource owner;
    private final AiUsage usage;
    private final List<Held> all = new ArrayList<>();

    public ManyIntegrations(Path directory, int count) throws IOException {
        database = SharedDatabase.in(directory.resolve("database"));
        pool = pool(database.serviceUrl());
        owner = pool(database.ownerUrl());
        usage = AiUsage.builder()
                .dataSource(pool)
                .migrations(owner, database.serviceLogin())
                .encryptionKeys(EncryptionKeys.random(new KeyName("test")))
                .vendors(options(vendor.address()))
                .build();
        for (var number = 0; number < count; number++) {
            all.add(connect());
        }
    }

    /** With a daily turn that is far away, whenever this is run. */
    private static VendorOptions options(URI openAi) {
        var ordinary = VendorOptions.DEFAULT;
        var addresses = ordinary.addresses();
        return new VendorOptions(
                new VendorOptions.Addresses(addresses.anthropic(), addresses.gitHub(), addresses.cursor(), openAi),
                ordinary.callsAtOnce(),
                ordinary.callTimeout(),
                LocalTime.now(ZoneOffset.UTC).plusHours(12),
                ordinary.dailyZone());
    }

    private Held connect() {
        var user = new UserId(UUID.randomUUID());
        var key = new Secret("sk-admin-" + user);
        usage.noteUser().note(user);
        var connected = usage.integrations().connect().connect(new NewConnection(user, Tool.OPENAI, key, "", "", ""));
        return new Held(user, connected.integration().id());
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL);
        return new HikariDataSource(config);
    }

    public AiUsage usage() {
        return usage;
    }

    public QuickOpenAi vendor() {
        return vendor;
    }

    public List<Held> all() {
        return all;
    }

    /** The one run of each; that there are more of one is an {@link IllegalStateException}. */
    public List<SyncRun> runs() {
        return all.stream().map(this::run).toList();
    }

    private SyncRun run(Held held) {
        var runs = usage.syncs().show().of(held.user(), held.integration());
        if (runs.size() != 1) {
            throw new IllegalStateException(runs.toString());
        }
        return runs.get(0).run();
    }

    /** The service's own, whose connections are counted. */
    public HikariDataSource pool() {
        return pool;
    }

    public HikariDataSource owner() {
        return owner;
    }

    @Override
    public void close() {
        usage.close();
        pool.close();
        owner.close();
        database.close();
        vendor.close();
    }
}
