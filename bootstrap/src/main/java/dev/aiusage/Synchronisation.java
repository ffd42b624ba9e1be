package dev.aiusage;

/** Fetching usage from vendors, while it goes on. */
@FunctionalInterface
public interface Synchronisation extends AutoCloseable {

    /** Ends it. What is under way is left for others, or for the next start. */
    @Override
    void close();
}
