package dev.aiusage.server.importing;

import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.application.importing.ImportReport;
import dev.aiusage.application.importing.ImportRequest;
import dev.aiusage.application.importing.ImportUsage;
import dev.aiusage.application.importing.UsageFile;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;

/** Imports in this process. The command line takes files of any size. */
public record DirectImport(ImportUsage imports, UserId user, DeviceName device) implements FileImport {

    @Override
    public ImportReport importFile(UsageFile file, ImportFormat format) {
        return imports.importFile(
                new ImportRequest(user, format, file, Long.MAX_VALUE, ImportHints.NONE.withDevice(device)));
    }
}
