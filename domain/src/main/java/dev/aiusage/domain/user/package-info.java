/**
 * Who usage belongs to. Only the identity stands here: names, mails and logins are no business of this service.
 */
@NullMarked
package dev.aiusage.domain.user;

import org.jspecify.annotations.NullMarked;
