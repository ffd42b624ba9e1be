package dev.aiusage.application.integrations;

/** An integration whose key was tried, and what the key sees, in words. */
public record TriedIntegration(ShownIntegration shown, String reach) {}
