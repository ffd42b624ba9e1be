package dev.aiusage.application.telemetry;

import java.io.IOException;
import java.io.InputStream;

/** Knows the protocol of telemetry and the dialects of the tools that speak it. */
public interface TelemetryDecoder {

    /**
     * The usage that a delivery tells of.
     *
     * @throws dev.aiusage.application.RequestRejected.Malformed if it can't be read as what it says to be
     * @throws IOException if the body can't be read to its end
     */
    DecodedTelemetry decode(TelemetrySignal signal, TelemetryEncoding encoding, InputStream body) throws IOException;

    /** What to answer. */
    byte[] reply(TelemetrySignal signal, TelemetryEncoding encoding, RejectedParts rejected);
}
