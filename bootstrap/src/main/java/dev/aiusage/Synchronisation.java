package dev.aiusage;

/** Fetching usage from vendors, while it goes on. */
@FunctionalInterface
public interface Synchronisation extends AutoCloseable {

    /** Ends it within seconds. What is under way is left for other instances, or for the next start; what was fetched stays. */
    @Override
    void close();
}
