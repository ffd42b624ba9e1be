package dev.aiusage.providers.files;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.EventKey;
import dev.aiusage.domain.usage.EventLabels;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * Whose lines are being read. A fork begins with its own head and then copies its parent's lines, head and all, under new
 * times; so requests are named by the session that stands at the root of the copies, whichever file they are read from.
 */
final class CodexSession {

    private @Nullable String session;
    private @Nullable String root;
    private @Nullable String expectedParent;
    private String turn = "";
    private Label model = Label.NONE;
    private Label project = Label.NONE;
    private boolean isCopy;
    private CodexTotals totals = CodexTotals.ZERO;
    private boolean hasTotals;

    void open(CodexPayload head) {
        var id = head.session();
        if (id == null) {
            return;
        }
        var isOfParent = id.equals(expectedParent);
        if (!isOfParent && !id.equals(session)) {
            session = id;
            turn = "";
            totals = CodexTotals.ZERO;
            hasTotals = false;
            isCopy = head.parent() != null;
        }
        var forkedFrom = head.forkedFrom();
        root = forkedFrom == null ? id : forkedFrom;
        expectedParent = head.parent();
        project = head.cwd() == null ? project : Labels.project(head.cwd());
    }

    void openTurn(CodexPayload context) {
        turn = context.turnId() == null ? "" : context.turnId();
        model = Labels.of(context.model());
        project = context.cwd() == null ? project : Labels.project(context.cwd());
    }

    /** Where a request begins. A copy, or a part of a file, may leave out what led to its first totals. */
    CodexTotals before(CodexTotals reached, CodexUsage last) {
        var isFromZero = hasTotals || !last.isKnown() || hasBeginning();
        return isFromZero ? totals : reached.without(last);
    }

    CodexTotals after(CodexUsage told) {
        return totals.after(told);
    }

    void reach(CodexTotals reached) {
        totals = reached;
        hasTotals = true;
    }

    boolean hasBeginning() {
        return session != null && !isCopy;
    }

    EventKey keyOf(CodexTotals reached, CodexLine line) {
        return root == null
                ? EventKey.of(Tool.CODEX, "usage bytes", line.bytes().asText())
                : EventKey.of(
                        Tool.CODEX,
                        "usage",
                        root,
                        turn,
                        Integer.toString(reached.beginnings()),
                        Long.toString(reached.input()),
                        Long.toString(reached.cached()),
                        Long.toString(reached.written()),
                        Long.toString(reached.output()));
    }

    EventLabels labels() {
        return new EventLabels(model, project, Label.NONE);
    }

    SessionKey key() {
        return session == null ? SessionKey.NONE : SessionKey.of(Tool.CODEX, session);
    }
}
