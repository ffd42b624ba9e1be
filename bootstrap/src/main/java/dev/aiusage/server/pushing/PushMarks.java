package dev.aiusage.server.pushing;

import dev.aiusage.application.scanning.KnownMarks;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.usage.Fingerprint;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.server.embedded.Home;
import java.util.HashMap;
import java.util.Map;

/**
 * How far the logs were delivered to one server as one device, in a file of the home: marks of a history that is no longer the
 * server's are none. The file is replaced whole, so that who is killed meanwhile delivers something twice and leaves nothing out.
 */
final class PushMarks implements LogMarks {

    private final Home home;
    private final String file;
    private final HistoryId history;
    private final Map<LogFileId, LogMark> marks;

    private PushMarks(Home home, String file, HistoryId history, Map<LogFileId, LogMark> marks) {
        this.home = home;
        this.file = file;
        this.history = history;
        this.marks = new HashMap<>(marks);
    }

    static PushMarks in(Home home, PushServer server, DeviceName device, HistoryId history) {
        var file = "push-" + Fingerprint.of("push", server.toString(), device.text()) + ".json";
        var kept = home.read(file)
                .flatMap(PushMarksFile::read)
                .filter(known -> known.history().equals(history));
        return new PushMarks(home, file, history, kept.map(KnownMarks::marks).orElse(Map.of()));
    }

    @Override
    public synchronized KnownMarks of(UserId user) {
        return new KnownMarks(history, marks);
    }

    @Override
    public synchronized void keep(UserId user, HistoryId of, Map<LogFileId, LogMark> kept) {
        if (!kept.isEmpty()) {
            marks.putAll(kept);
            home.write(file, PushMarksFile.write(new KnownMarks(history, marks)));
        }
    }
}
