package dev.aiusage.server.importing;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.UsageFile;

/** Takes in one file, here or by a running service. */
public interface FileImport {

    /**
     * Takes the whole file in.
     *
     * @throws dev.aiusage.application.RequestRejected if the file can't be imported
     * @throws ImportFailed if the service says so
     */
    ImportReport importFile(UsageFile file, ImportFormat format);
}
