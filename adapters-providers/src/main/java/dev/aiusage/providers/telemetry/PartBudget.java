package dev.aiusage.providers.telemetry;

import dev.aiusage.application.RequestRejected;

/**
 * How many parts a delivery may have. A part of two bytes becomes an object of a hundred, so that the size of a delivery alone says
 * little about the memory that it takes.
 */
final class PartBudget {

    /** A point with ten attributes has some thirty. */
    private static final int MOST = 1_000_000;

    private int left = MOST;

    void spend(int parts) {
        left -= parts;
        if (left < 0) {
            throw new RequestRejected.Malformed("body", "has more than " + MOST + " parts: send less at once");
        }
    }
}
