package dev.aiusage.server.pushing;

import dev.aiusage.application.usage.HistoryId;
import java.util.Optional;

/**
 * What a server answers to a batch.
 *
 * @param taken events that were new to it, or better than what it had
 * @param refused events that it can't take, also another time
 * @param firstReason why it refused the first of them
 */
record Receipt(HistoryId history, int taken, int refused, Optional<String> firstReason) {}
