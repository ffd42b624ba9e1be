package dev.aiusage.application.plantedtwo;

/** One half of a cycle. */
public final class Friend {

    public Friend(dev.aiusage.application.plantedone.Friend other) {}
}
