package dev.aiusage;

import dev.aiusage.application.access.NoteUser;
import dev.aiusage.application.access.NoteUserService;
import dev.aiusage.application.dashboard.ShowDashboard;
import dev.aiusage.application.dashboard.ShowDashboardService;
import dev.aiusage.application.dashboard.ShowSeries;
import dev.aiusage.application.dashboard.ShowSeriesService;
import dev.aiusage.application.dashboard.ShowUsage;
import dev.aiusage.application.dashboard.ShowUsageService;
import dev.aiusage.application.entering.EnterUsage;
import dev.aiusage.application.entering.EnterUsageService;
import dev.aiusage.application.health.StorageHealth;
import dev.aiusage.application.importing.EventStore;
import dev.aiusage.application.importing.ImportUsage;
import dev.aiusage.application.importing.ImportUsageService;
import dev.aiusage.application.integrations.KeyVault;
import dev.aiusage.application.rotation.RotateKeys;
import dev.aiusage.application.rotation.RotateKeysService;
import dev.aiusage.application.scanning.LogDestinations;
import dev.aiusage.application.scanning.ScanLocalLogs;
import dev.aiusage.application.scanning.ScanLocalLogsService;
import dev.aiusage.application.scanning.ScanProgress;
import dev.aiusage.application.syncing.VendorKeyTrial;
import dev.aiusage.application.telemetry.ReceiveTelemetry;
import dev.aiusage.application.telemetry.ReceiveTelemetryService;
import dev.aiusage.application.usage.RepriceUsageService;
import dev.aiusage.db.Migrations;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.IntegrationMethod;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.persistence.encryption.EncryptionKeys;
import dev.aiusage.persistence.encryption.TinkKeyVault;
import dev.aiusage.providers.files.DemoData;
import dev.aiusage.providers.files.ListPrices;
import dev.aiusage.providers.files.ToolLogs;
import dev.aiusage.providers.telemetry.OtlpDecoder;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The AI Usage Service as a library: its use cases as plain Java interfaces. It starts no server and no thread of its own,
 * reads no environment variable and holds no global state, so several may live in one JVM.
 *
 * <pre>{@code
 * try (var usage = AiUsage.builder().dataSource(dataSource).build()) {
 *     var query = new DashboardQuery(user, 90, ToolFilter.ALL, ZoneId.of("UTC"));
 *     usage.showDashboard().show(query).dashboard().totalInteractions();
 * }
 * }</pre>
 *
 * All use cases are safe for several threads. They throw {@link dev.aiusage.application.RequestRejected} for what a caller can mend
 * and {@link dev.aiusage.application.StorageUnavailable} while the storage is out of reach.
 */
public final class AiUsage implements AutoCloseable {

    private final Storage storage;
    private final NoteUser noteUser;
    private final ShowDashboard showDashboard;
    private final ShowUsage showUsage;
    private final ShowSeries showSeries;
    private final ImportUsage importUsage;
    private final EnterUsage enterUsage;
    private final ReceiveTelemetry receiveTelemetry;
    private final ScanLocalLogs scanLocalLogs;
    private final IntegrationUseCases integrations;
    private final SyncUseCases syncs;
    private final Synchroniser synchroniser;
    private final VendorClients clients;
    private final IngestTokenUseCases ingestTokens;
    private final DeviceUseCases devices;
    private final ScreenshotUseCases screenshots;
    private final RotateKeys rotateKeys;

    private AiUsage(Builder builder, Storage storage) {
        this.storage = storage;
        this.noteUser = new NoteUserService(storage.access().users());
        var clock = builder.clock;
        var prices = ListPrices.load();
        var tools = new ToolLogs(prices, clock);
        var logs = builder.localLogs.map(places -> places.logsOf(tools));
        var progress = logs.isPresent() ? ScanProgress.awaitingFirstScan() : ScanProgress.notScanning();
        var pricing = new RepriceUsageService(storage.integrations(), storage.events(), prices);
        this.showDashboard = new ShowDashboardService(storage.metrics(), pricing, progress, clock);
        this.showUsage = new ShowUsageService(storage.metrics(), pricing, progress, clock);
        this.showSeries = new ShowSeriesService(storage.metrics(), pricing, clock);
        this.importUsage = new ImportUsageService(
                FileReaders.all(prices, clock), storage.integrations(), storage.events(), storage.metrics(), clock);
        this.enterUsage = new EnterUsageService(storage.told().entered(), clock);
        this.receiveTelemetry = new ReceiveTelemetryService(
                new OtlpDecoder(prices, clock), storage.integrations(), storage.events(), storage.sums(), clock);
        this.scanLocalLogs = new ScanLocalLogsService(
                logs.orElse(List::of), storage.marks(), destinations(builder, storage), progress);
        var vault = builder.vault.get();
        this.clients = new VendorClients(builder.vendors, clock);
        var vendors = clients.all();
        this.integrations = IntegrationUseCases.of(storage, vault, new VendorKeyTrial(vendors), clock);
        this.syncs = SyncUseCases.of(storage, clock);
        this.synchroniser = new Synchroniser(storage, vault, vendors, builder.vendors, new LoggedSyncs(), clock);
        this.ingestTokens = IngestTokenUseCases.of(storage.access().tokens(), clock);
        this.devices = DeviceUseCases.of(storage.access().devices(), clock);
        this.screenshots = ScreenshotUseCases.of(storage.told().screenshots(), clients, builder.vision, clock);
        var access = storage.access();
        this.rotateKeys = new RotateKeysService(access.keys(), vault, access.audit(), clock);
    }

    /** Logs of this machine, by the name that it has among its user's. */
    private static LogDestinations destinations(Builder builder, Storage storage) {
        var machine =
                DeviceName.legible(builder.localLogs.map(LogPlaces::machine).orElse(""));
        var store = new EventStore(storage.integrations(), storage.events(), builder.clock);
        return user -> store.of(user, IntegrationMethod.LOGS, Scope.EVERYTHING, machine);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** For who has logins of their own: a user's first write notes the user too. */
    public NoteUser noteUser() {
        return noteUser;
    }

    public ShowDashboard showDashboard() {
        return showDashboard;
    }

    public ShowUsage showUsage() {
        return showUsage;
    }

    public ShowSeries showSeries() {
        return showSeries;
    }

    public ImportUsage importUsage() {
        return importUsage;
    }

    /** For usage that a person types in. */
    public EnterUsage enterUsage() {
        return enterUsage;
    }

    /** For who receives OTLP over a server of their own: it takes the bodies of its requests and makes those of its answers. */
    public ReceiveTelemetry receiveTelemetry() {
        return receiveTelemetry;
    }

    /** Finds nothing unless {@link Builder#localLogs} said where to look. */
    public ScanLocalLogs scanLocalLogs() {
        return scanLocalLogs;
    }

    public IntegrationUseCases integrations() {
        return integrations;
    }

    public SyncUseCases syncs() {
        return syncs;
    }

    /**
     * Begins to fetch usage from vendors: at once what is asked for, daily all that is connected, and again what failed for the
     * moment. Several processes may do so on one database; each synchronisation is done by one of them.
     */
    public Synchronisation startSynchronising() {
        return synchroniser.start();
    }

    public IngestTokenUseCases ingestTokens() {
        return ingestTokens;
    }

    /** Reads nothing unless {@link Builder#vision} brought a key. */
    public ScreenshotUseCases screenshots() {
        return screenshots;
    }

    /** The machines that logs came from. */
    public DeviceUseCases devices() {
        return devices;
    }

    /** For whoever operates the service: it works across users. */
    public RotateKeys rotateKeys() {
        return rotateKeys;
    }

    public StorageHealth storageHealth() {
        return storage.health();
    }

    /** Ends what this assembly began. A {@link DataSource} that was handed in stays open: it is its owner's. */
    @Override
    public void close() {
        clients.close();
    }

    /** Says what the service stands on. One of {@link #dataSource}, {@link #inMemory} and {@link #demo} is needed. */
    public static final class Builder {

        private Optional<Supplier<Storage>> storage = Optional.empty();
        private Optional<DataSource> migrations = Optional.empty();
        private String schema = "public";
        private String login = "";
        private Optional<LogPlaces> localLogs = Optional.empty();
        private VendorOptions vendors = VendorOptions.DEFAULT;
        private VisionOptions vision = VisionOptions.DEFAULT;
        private Clock clock = Clock.systemUTC();
        private Supplier<KeyVault> vault = KeylessVault::new;

        private Builder() {}

        /** Keeps usage in this PostgreSQL (15 or newer), whose tables {@link #build} makes or brings up to date. */
        public Builder dataSource(DataSource dataSource) {
            Objects.requireNonNull(dataSource);
            storage = Optional.of(() -> {
                var owner = Migrations.of(migrations.orElse(dataSource), schema);
                (login.isEmpty() ? owner : owner.forLogin(login)).run();
                return Storage.postgres(dataSource, schema);
            });
            return this;
        }

        /**
         * Another login for the migrations: the tables' owner. The login of {@link #dataSource} then needs no rights but those that
         * the migrations grant to {@code serviceLogin}, its name.
         */
        public Builder migrations(DataSource owner, String serviceLogin) {
            migrations = Optional.of(owner);
            login = serviceLogin;
            return this;
        }

        /** The schema of the service's tables; "public" unless said otherwise. */
        public Builder schema(String name) {
            schema = Objects.requireNonNull(name);
            return this;
        }

        /** Keeps usage in memory, and nothing of it beyond {@link #close()}. */
        public Builder inMemory() {
            storage = Optional.of(() -> Storage.inMemory(clock));
            return this;
        }

        /** Shows 90 days of demo data up to today, in memory, to the user {@link dev.aiusage.domain.user.UserId#MOCK}. */
        public Builder demo(DemoData data) {
            Objects.requireNonNull(data);
            storage = Optional.of(() -> Storage.demo(data, clock));
            return this;
        }

        /**
         * Lets {@link #scanLocalLogs} look where coding tools leave their logs on this machine. Dashboards warn that numbers are
         * incomplete until the first scan has ended.
         */
        public Builder localLogs(LogPlaces places) {
            localLogs = Optional.of(places);
            return this;
        }

        /**
         * The keys under which vendors' keys are encrypted: the first encrypts, all decrypt. Without any, integrations can't be
         * connected; in memory they need not be kept, and {@link EncryptionKeys#random} will do.
         */
        public Builder encryptionKeys(EncryptionKeys keys) {
            return keyVault(TinkKeyVault.with(keys));
        }

        /** Another way of sealing vendors' keys, or keys that may change while this runs. */
        public Builder keyVault(KeyVault other) {
            Objects.requireNonNull(other);
            return keyVault(() -> other);
        }

        /** One that is only asked for once the storage is there, so that nothing is made for a storage that can't be had. */
        public Builder keyVault(Supplier<KeyVault> later) {
            vault = Objects.requireNonNull(later);
            return this;
        }

        /** Where, when and how fast vendors are asked for usage. */
        public Builder vendors(VendorOptions options) {
            vendors = Objects.requireNonNull(options);
            return this;
        }

        /** Who reads screenshots; nobody unless a key is given. */
        public Builder vision(VisionOptions options) {
            vision = Objects.requireNonNull(options);
            return this;
        }

        /** What "today" and "now" are; the system's clock unless said otherwise. */
        public Builder clock(Clock now) {
            clock = Objects.requireNonNull(now);
            return this;
        }

        /**
         * Migrates the database where there is one, and puts everything together.
         *
         * @throws IllegalStateException if nothing was said to stand on
         */
        public AiUsage build() {
            var chosen = storage.orElseThrow(
                    () -> new IllegalStateException("call dataSource(…), inMemory() or demo(…) before build()"));
            return new AiUsage(this, chosen.get());
        }
    }
}
