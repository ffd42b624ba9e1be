package dev.aiusage.server.commands;

import dev.aiusage.server.StartRefused;
import java.util.UUID;
import picocli.CommandLine.ITypeConverter;

/** Reads the id of a user; what is none is told without Java's own words. */
final class UserIdText implements ITypeConverter<UUID> {

    @Override
    public UUID convert(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            throw StartRefused.wrongUse("--user must be the UUID of a user: " + text);
        }
    }
}
