/**
 * Usage read off a picture by a vision model. What a model reads deserves little trust, so it is a draft until its owner has looked
 * it over; only what is confirmed becomes usage. The picture itself is sent to the model and kept nowhere, and nothing of the text
 * in it comes out: only figures that were checked, and tools that are known.
 */
@NullMarked
package dev.aiusage.application.screenshots;

import org.jspecify.annotations.NullMarked;
