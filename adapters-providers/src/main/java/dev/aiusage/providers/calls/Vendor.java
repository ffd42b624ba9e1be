package dev.aiusage.providers.calls;

/**
 * A vendor, as far as calls to it differ from calls to others.
 *
 * @param name for its users: "GitHub"
 */
public record Vendor(String name, Hosts hosts, Pace pace, FailureOfAnswer failures) {}
