package dev.aiusage;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.syncing.SyncJournal;
import dev.aiusage.domain.integration.IntegrationId;
import dev.aiusage.domain.integration.SyncRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how synchronisations go: ids, counts and codes, and nothing that a vendor sent. */
final class LoggedSyncs implements SyncJournal {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedSyncs.class);

    @Override
    public void ended(SyncRun run) {
        LOG.info(
                "synchronisation={} integration={} attempt={} status={}{}",
                run.id(),
                run.integration(),
                run.attempt(),
                run.status().slug(),
                run.error().map(error -> " error=" + error.code().slug()).orElse(""));
    }

    @Override
    public void failedInHere(SyncRun run, RuntimeException defect) {
        LOG.error("synchronisation={} integration={} met a defect", run.id(), run.integration(), defect);
    }

    @Override
    public void turnFailed(IntegrationId integration, RuntimeException failure) {
        if (failure instanceof StorageUnavailable) {
            LOG.warn("integration={} is synchronised later: {}", integration, failure.getMessage());
        } else {
            LOG.error("integration={} is synchronised later, after a defect", integration, failure);
        }
    }
}
