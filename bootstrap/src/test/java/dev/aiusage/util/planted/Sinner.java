package dev.aiusage.util.planted;

/** Lives in a package whose name explains nothing. */
final class Sinner {}
