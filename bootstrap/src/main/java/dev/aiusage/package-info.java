/**
 * Puts the service together for those who embed it.
 * It opens no port, reads no environment variable and owns no global state: a host application stays in charge.
 */
@NullMarked
package dev.aiusage;

import org.jspecify.annotations.NullMarked;
