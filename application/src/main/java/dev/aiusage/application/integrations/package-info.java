/**
 * A user's integrations: connecting, listing, changing and removing them, and the first synchronisation of each. Vendor keys enter as secrets, are stored sealed, and leave the vault only
 * for a call to their vendor; the vault is a port, so that nothing here knows how they are encrypted.
 */
@NullMarked
package dev.aiusage.application.integrations;

import org.jspecify.annotations.NullMarked;
