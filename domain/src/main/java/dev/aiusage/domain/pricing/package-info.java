/**
 * List prices of models and the formula that turns the tokens of one request into an estimate of its cost.
 */
@NullMarked
package dev.aiusage.domain.pricing;

import org.jspecify.annotations.NullMarked;
