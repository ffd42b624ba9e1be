package dev.aiusage.domain.dashboard;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Label;

/** A model whose requests are counted and whose cost is unknown, as no list has its price. */
public record UnpricedModel(Tool tool, Label model, long requests) {}
