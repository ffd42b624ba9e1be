package dev.aiusage.application.telemetry;

import java.io.IOException;

/** Takes in what a tool reports of itself over OTLP. The same delivery again, in whatever order, changes nothing. */
public interface ReceiveTelemetry {

    /**
     * Keeps the usage that a delivery tells of; what tells of none is passed over.
     *
     * @return the answer that the protocol wants, in the encoding of the delivery: it names how much was rejected, and why
     * @throws dev.aiusage.application.RequestRejected.Malformed if the delivery can't be read; nothing is kept then
     * @throws IOException if the body can't be read to its end; nothing is kept then
     */
    byte[] receive(TelemetryDelivery delivery) throws IOException;
}
