package dev.aiusage.providers.files;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.pricing.PriceTable;
import dev.aiusage.domain.time.PlausibleTime;
import dev.aiusage.domain.usage.CopyRank;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.PriceTerms;
import dev.aiusage.domain.usage.SessionKey;
import dev.aiusage.domain.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns lines of transcripts into events: requests, and edits or halves of them. Of a line everything is taken, or nothing. */
final class TranscriptEvents {

    private final TranscriptRequests requests;
    private final PlausibleTime plausible;

    TranscriptEvents(PriceTable prices, PlausibleTime plausible) {
        this.requests = new TranscriptRequests(prices);
        this.plausible = plausible;
    }

    List<UsageEvent> of(LineBytes bytes) throws BadLine {
        var line = TranscriptLine.read(bytes);
        var edits = TranscriptEdit.in(line);
        if (!line.hasUsage() && edits.isEmpty()) {
            return List.of();
        }
        line.requireSound();
        var at = line.at(plausible);
        var events = new ArrayList<UsageEvent>();
        if (line.hasUsage()) {
            requests.in(line, at).ifPresent(events::add);
        }
        edits.forEach(edit -> events.add(event(edit, line, at)));
        return events;
    }

    /** Lines belong to no model: which one wrote them stands on another line. */
    private static UsageEvent event(TranscriptEdit edit, TranscriptLine line, Instant at) {
        var callId = edit.callId();
        return new UsageEvent(
                callId == null ? keyOf(line, "edit") : EventKey.of(Tool.CLAUDE_CODE, "tool_use", callId),
                edit.part(),
                at,
                new EventLabels(Label.NONE, Labels.project(line.cwd()), Languages.ofFile(edit.path())),
                sessionOf(line),
                Measures.NONE.withLines(edit.lines()).withDecisions(edit.decisions()),
                PriceTerms.STANDARD,
                new CopyRank(edit.lines().isKnown() ? 1 : 0, line.isSidechain() ? 0 : 1, line.isFork() ? 0 : 1));
    }

    /** For what has no id at its vendor. */
    static EventKey keyOf(TranscriptLine line, String kind) {
        var uuid = line.uuid();
        return uuid == null
                ? EventKey.of(Tool.CLAUDE_CODE, kind + " bytes", line.bytes().asText())
                : EventKey.of(Tool.CLAUDE_CODE, kind + " line", uuid);
    }

    static SessionKey sessionOf(TranscriptLine line) {
        var id = line.sessionId();
        return id == null ? SessionKey.NONE : SessionKey.of(Tool.CLAUDE_CODE, id);
    }
}
