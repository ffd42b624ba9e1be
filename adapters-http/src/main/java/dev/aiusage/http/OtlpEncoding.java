package dev.aiusage.http;

import dev.aiusage.application.telemetry.TelemetryEncoding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media types of OTLP. An answer has that of its request, a refusal too. */
enum OtlpEncoding {
    PROTOBUF("application/x-protobuf", TelemetryEncoding.PROTOBUF),
    JSON("application/json", TelemetryEncoding.JSON);

    private final String mediaType;
    private final TelemetryEncoding encoding;

    OtlpEncoding(String mediaType, TelemetryEncoding encoding) {
        this.mediaType = mediaType;
        this.encoding = encoding;
    }

    /** Parameters behind the type change nothing. */
    static Optional<OtlpEncoding> of(@Nullable String contentType) {
        var type = String.valueOf(contentType).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.mediaType.equals(type))
                .findFirst();
    }

    static OtlpEncoding required(@Nullable String contentType) {
        return of(contentType)
                .orElseThrow(() -> new Refused(
                        Problem.of(
                                ProblemType.UNSUPPORTED_TYPE,
                                "The body must be OTLP and say in which encoding: Content-Type: " + PROTOBUF.mediaType
                                        + " or " + JSON.mediaType),
                        Map.of("Accept", PROTOBUF.mediaType + ", " + JSON.mediaType)));
    }

    String mediaType() {
        return mediaType;
    }

    TelemetryEncoding encoding() {
        return encoding;
    }
}
