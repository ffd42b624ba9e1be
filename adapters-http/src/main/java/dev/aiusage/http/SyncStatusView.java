package dev.aiusage.http;

import dev.aiusage.domain.integration.SyncRun;

record SyncStatusView(String status) {

    static SyncStatusView of(SyncRun run) {
        return new SyncStatusView(run.status().slug());
    }
}
