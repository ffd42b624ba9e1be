/** Tests of the client of Cursor, against a local server that answers as Cursor documents it. */
@NullMarked
package dev.aiusage.providers.cursor;

import org.jspecify.annotations.NullMarked;
