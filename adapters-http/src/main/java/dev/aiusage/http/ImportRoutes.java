package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.application.devices.NoteDevice;
import dev.aiusage.application.importing.ImportUsage;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Taking in files of usage. */
final class ImportRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRoutes.class);

    /** Another value than before says that what was brought is wanted again. */
    private static final String HISTORY = "X-Usage-History";

    private final ImportUsage importUsage;
    private final NoteDevice noteDevice;
    private final HttpLimits limits;
    private final ImportTemplate template = new ImportTemplate();

    ImportRoutes(ImportUsage importUsage, NoteDevice noteDevice, HttpLimits limits) {
        this.importUsage = importUsage;
        this.noteDevice = noteDevice;
        this.limits = limits;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/ai-usage/import", this::importFiles),
                Route.get("/api/ai-usage/import/template.csv", template::show));
    }

    private void importFiles(Context context) throws IOException {
        var started = System.nanoTime();
        var upload = Upload.of(context.req(), limits.importMaxBytes());
        try {
            var asked = ImportQuestions.of(Callers.of(context), QueryParameters.of(context.queryString()));
            noteDevice(context, asked);
            var imports = new FileImports(importUsage, asked, limits.importMaxBytes());
            var view = imports.importAll(upload.files());
            LOG.info(
                    "imported format={} rows={} new={} took={} ms",
                    view.format(),
                    view.rowsRead(),
                    view.rowsImported(),
                    (System.nanoTime() - started) / 1_000_000);
            Answers.json(context, 200, view);
        } catch (RequestRejected | Refused | StorageUnavailable refused) {
            upload.drain();
            throw upload.timedOut() ? silent() : refused;
        } catch (IOException broken) {
            throw upload.timedOut() ? silent() : new RequestRejected.Malformed("file", "the upload broke off");
        }
    }

    private void noteDevice(Context context, ImportQuestions asked) {
        var device = asked.hints().device();
        if (device.isPresent()) {
            var seen = noteDevice.note(asked.user(), device);
            context.header(HISTORY, seen.history().toString());
        }
    }

    private static Refused silent() {
        return new Refused(Problem.of(ProblemType.TIMED_OUT, "The upload fell silent before its end."));
    }
}
