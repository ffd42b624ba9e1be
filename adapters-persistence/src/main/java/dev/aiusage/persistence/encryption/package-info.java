/**
 * Keeps vendor keys unreadable at rest, by envelope encryption over Tink.
 * Each secret has a data key of its own, wrapped by the operator's key-encryption key, so that rotation rewrites a few bytes
 * and a stolen table tells nothing. Both layers are bound to the user and the integration: a ciphertext that is copied to
 * another row does not open. Data keys are raw and not Tink keysets, whose encrypted form has parts that nothing protects
 * against change; and Tink's process-wide registry stays untouched, for the sake of those who embed the service.
 */
@NullMarked
package dev.aiusage.persistence.encryption;

import org.jspecify.annotations.NullMarked;
