package dev.aiusage.application.plantedone;

/** One half of a cycle. */
public final class Friend {

    public Friend(dev.aiusage.application.plantedtwo.Friend other) {}
}
