package dev.aiusage.application.screenshots;

import dev.aiusage.application.entering.EnteredDay;
import dev.aiusage.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds drafts of one user in a map, and what was confirmed of them in a list. */
final class FakeScreenshotDrafts implements ScreenshotDrafts {

    final List<ScreenshotId> begun = new ArrayList<>();
    final Map<ScreenshotId, ScreenshotDraft> drafts = new HashMap<>();
    final List<EnteredDay> confirmed = new ArrayList<>();
    Optional<Instant> free = Optional.empty();

    @Override
    public Optional<Instant> begin(UserId user, ScreenshotId id, Instant now) {
        if (free.isEmpty()) {
            begun.add(id);
        }
        return free;
    }

    @Override
    public void keep(UserId user, ScreenshotDraft draft) {
        drafts.put(draft.id(), draft);
    }

    @Override
    public Optional<ScreenshotDraft> find(UserId user, ScreenshotId id, Instant now) {
        return Optional.ofNullable(drafts.get(id));
    }

    @Override
    public boolean confirm(UserId user, ScreenshotId id, List<EnteredDay> days, Instant now) {
        if (drafts.remove(id) == null) {
            return false;
        }
        return confirmed.addAll(days);
    }

    @Override
    public boolean discard(UserId user, ScreenshotId id, Instant now) {
        return drafts.remove(id) != null;
    }
}
