/**
 * The vision model that reads screenshots, by Anthropic's Messages API. What stands in a picture was written by anybody, and may be
 * meant for the model: so nothing of its text leaves this package, only figures that were checked one by one, for tools that are
 * known. The key is the operator's; a user's own keys can't be used here.
 */
@NullMarked
package dev.aiusage.providers.vision;

import org.jspecify.annotations.NullMarked;
