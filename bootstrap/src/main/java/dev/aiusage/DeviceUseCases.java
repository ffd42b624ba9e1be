package dev.aiusage;

import dev.aiusage.application.devices.ListDevices;
import dev.aiusage.application.devices.NoteDevice;
import dev.aiusage.application.devices.RemoveDevice;
import dev.aiusage.application.devices.RenameDevice;

/** What users do with the machines that their logs came from, and how one that has nothing new is noted. */
public record DeviceUseCases(ListDevices list, RenameDevice rename, RemoveDevice remove, NoteDevice note) {}
