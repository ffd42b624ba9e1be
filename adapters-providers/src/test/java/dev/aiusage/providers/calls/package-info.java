/** Tests of calls to vendors, against local servers that answer as badly as they can. */
@NullMarked
package dev.aiusage.providers.calls;

import org.jspecify.annotations.NullMarked;
