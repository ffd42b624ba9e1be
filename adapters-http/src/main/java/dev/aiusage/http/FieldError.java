package dev.aiusage.http;

/** A field (or parameter, or part) that can't be what it is, and why. */
record FieldError(String field, String message) {}
