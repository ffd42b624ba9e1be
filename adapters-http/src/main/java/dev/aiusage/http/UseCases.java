package dev.aiusage.http;

import dev.aiusage.application.dashboard.ShowDashboard;
import dev.aiusage.application.health.StorageHealth;
import dev.aiusage.application.importing.ImportUsage;

/** All that the routes call. */
public record UseCases(ShowDashboard showDashboard, ImportUsage importUsage, StorageHealth storageHealth) {}
