package dev.aiusage.http;

record LiveView(String status, String version) {}
