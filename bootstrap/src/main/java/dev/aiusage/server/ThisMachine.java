package dev.aiusage.server;

import dev.aiusage.application.scanning.LocalLogs;
import dev.aiusage.providers.files.ClaudeCodeLogs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** What this machine and its user are to the service. */
final class ThisMachine {

    private ThisMachine() {}
}
