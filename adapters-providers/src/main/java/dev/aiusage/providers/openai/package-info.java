/**
 * OpenAI's usage and costs of an organization, by an admin key. Tokens and requests are known by model and person, money only by
 * line of the invoice; so money belongs to the organization and, as far as a line names one, to a model.
 */
@NullMarked
package dev.aiusage.providers.openai;

import org.jspecify.annotations.NullMarked;
