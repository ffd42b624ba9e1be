/**
 * Tools and a user's connections to them. An integration is one way by which usage of one tool arrives: a vendor's
 * interface, local logs, an export, telemetry, a picture or a hand. What belongs to one vendor alone stays in its adapter.
 */
@NullMarked
package dev.aiusage.domain.integration;

import org.jspecify.annotations.NullMarked;
