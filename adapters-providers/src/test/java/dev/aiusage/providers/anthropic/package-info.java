/** Tests of Anthropic's clients against a local server that answers in the shapes that Anthropic documents. */
@NullMarked
package dev.aiusage.providers.anthropic;

import org.jspecify.annotations.NullMarked;
