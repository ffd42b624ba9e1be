package dev.aiusage.application.importing;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageEvent;

/** Where a reader puts what it reads. Used by one thread. */
public interface UsageSink {

    /** One more row was read, whatever it held. Empty rows are none. */
    void row();

    void event(Tool tool, UsageEvent event);

    /** A row (the first is 1) that can't be what it claims to be. The reason names the field and never quotes content at length. */
    void rejected(long row, String reason);
}
