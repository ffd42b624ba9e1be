/**
 * Moving stored keys under the newest key-encryption key, across all users, while everything else goes on. Nothing here sees a
 * vendor's key: only its wrapping changes.
 */
@NullMarked
package dev.aiusage.application.rotation;

import org.jspecify.annotations.NullMarked;
