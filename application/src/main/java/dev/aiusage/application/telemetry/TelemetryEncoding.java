package dev.aiusage.application.telemetry;

/** How a delivery of telemetry, and the answer to it, is written down. */
public enum TelemetryEncoding {
    PROTOBUF,
    JSON
}
