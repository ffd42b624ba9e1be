package dev.aiusage.server.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the server runs: loopback only, nothing lost in a crash, little memory, and no data of users in its log. */
final class Settings {

    private Settings() {}

    static List<String> of(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("max_wal_size", "512MB");
        settings.put("max_connections", "50");
        settings.put("shared_buffers", "128MB");
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        settings.put("logging_collector", "off");
        settings.put("log_checkpoints", "off");
        // Errors go to the client, which knows what they mean; here they would bring statements and rows into a file.
        settings.put("log_min_messages", "log");
        settings.put("log_min_error_statement", "panic");
        return settings.entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .toList();
    }
}
