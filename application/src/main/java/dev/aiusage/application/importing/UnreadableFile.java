package dev.aiusage.application.importing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file can't be read, in words for people. */
public final class UnreadableFile {

    private UnreadableFile() {}

    /** A file system's own message is the whole path, which tells more than a warning should, and no reason. */
    public static String reason(IOException unreadable) {
        if (unreadable instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (unreadable instanceof NoSuchFileException) {
            return "is gone";
        }
        if (unreadable instanceof FileSystemException failed) {
            return failed.getReason() == null ? "can't be opened" : failed.getReason();
        }
        return String.valueOf(unreadable.getMessage());
    }

    /** What an import says of it, wherever it runs. */
    public static String brokenOff(IOException unreadable) {
        return "The file can't be read to its end: " + reason(unreadable);
    }
}
