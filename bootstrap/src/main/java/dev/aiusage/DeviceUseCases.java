package dev.aiusage;

import dev.aiusage.application.devices.Devices;
import dev.aiusage.application.devices.ListDevices;
import dev.aiusage.application.devices.ListDevicesService;
import dev.aiusage.application.devices.NoteDevice;
import dev.aiusage.application.devices.NoteDeviceService;
import dev.aiusage.application.devices.RemoveDevice;
import dev.aiusage.application.devices.RemoveDeviceService;
import dev.aiusage.application.devices.RenameDevice;
import dev.aiusage.application.devices.RenameDeviceService;
import java.time.Clock;

/** What users do with the machines that their logs came from, and how one that has nothing new is noted. */
public record DeviceUseCases(ListDevices list, RenameDevice rename, RemoveDevice remove, NoteDevice note) {

    static DeviceUseCases of(Devices devices, Clock clock) {
        return new DeviceUseCases(
                new ListDevicesService(devices),
                new RenameDeviceService(devices),
                new RemoveDeviceService(devices, clock),
                new NoteDeviceService(devices, clock));
    }
}
