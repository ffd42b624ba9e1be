package dev.aiusage.application.health;

/** Whether the storage answers. */
public interface StorageHealth {

    /** What kind of storage it is, for people: "postgresql", "embedded postgresql", "memory". */
    String kind();

    /** Answers within a few seconds, and never throws. */
    boolean isReachable();
}
