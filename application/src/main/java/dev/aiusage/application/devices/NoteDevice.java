package dev.aiusage.application.devices;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;

/** Notes that a machine is there, also when it has nothing new. */
public interface NoteDevice {

    /** To be called before what it brings is taken in: then a history that ends meanwhile is seen to have ended. */
    SeenDevice note(UserId user, DeviceName name);
}
