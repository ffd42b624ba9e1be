package dev.aiusage.http;

import dev.aiusage.application.RequestRejected;
import dev.aiusage.application.importing.ImportFormat;
import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;

/** What a client says of the files that it uploads, read from the parameters. */
record ImportQuestions(UserId user, ImportFormat format, ImportHints hints) {

    static ImportQuestions of(UserId user, QueryParameters parameters) {
        var format = parameters.one("format").map(ImportFormat::new).orElse(ImportFormat.AUTO);
        var device = parameters.one("device").map(ImportQuestions::device).orElse(DeviceName.NONE);
        var hints = account(parameters.one("account").orElse("")).withDevice(device);
        return new ImportQuestions(
                user,
                format,
                parameters.one("tool").map(text -> hints.withTool(tool(text))).orElse(hints));
    }

    private static Tool tool(String text) {
        if (!Tool.isSlug(text)) {
            throw new RequestRejected.InvalidField(
                    "tool", "must be a tool's slug: 2 to 50 small letters, digits and underscores, a letter first");
        }
        return Tool.named(text);
    }

    private static DeviceName device(String text) {
        try {
            return new DeviceName(text.strip());
        } catch (IllegalArgumentException unshown) {
            throw new RequestRejected.InvalidField("device", DeviceName.RULE);
        }
    }

    private static ImportHints account(String text) {
        try {
            return ImportHints.NONE.withAccount(text);
        } catch (IllegalArgumentException unstorable) {
            throw new RequestRejected.InvalidField("account", "must be an e-mail or a login of at most 200 characters");
        }
    }
}
