/**
 * Claude Code's usage and that of the Messages API, as Anthropic reports them to organizations. Which reports a key may read is
 * found by asking, since neither its text nor its owner's plan tells: an Admin key of the Console reads Claude Code Analytics and
 * the usage and cost reports, a key of Claude Enterprise reads Enterprise Analytics. Anthropic's days are UTC days, its money is
 * in cents, whole or fractional, and its pages end where no next one is named.
 */
@NullMarked
package dev.aiusage.providers.anthropic;

import org.jspecify.annotations.NullMarked;
