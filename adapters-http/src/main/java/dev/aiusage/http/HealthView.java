package dev.aiusage.http;

record HealthView(String status, String version, String storage) {}
