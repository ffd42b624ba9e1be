/**
 * Calls to vendors, as all clients make them: within timeouts and limits of size, a few at once for each key and no faster than
 * the vendor allows, led away by no redirect, and with every failure told as a
 * {@link dev.aiusage.application.syncing.VendorFailure}. Answers are parsed while they arrive, and are held to be hostile. Whoever
 * adds a vendor needs this package and nothing else of this module.
 */
@NullMarked
package dev.aiusage.providers.calls;

import org.jspecify.annotations.NullMarked;
