package dev.aiusage.application.devices;

import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.domain.device.Device;

/** A machine that is bringing something, and the history that it brings it to. */
public record SeenDevice(Device device, HistoryId history) {}
