/**
 * The work of the push command: reading this machine's logs as a scan does, and handing what is new to a server of somebody
 * else's. The server may be away, old, or not what it says it is; what it did not take is kept for the next time, and what it
 * answers is never shown as it came. The token is shown to nobody else.
 */
@NullMarked
package dev.aiusage.server.pushing;

import org.jspecify.annotations.NullMarked;
