package dev.aiusage.application.importing;

import dev.aiusage.application.RequestRejected;

/**
 * Takes in a file of usage. What is kept is kept in chunks, each whole; a file that breaks off leaves the chunks before it, and
 * importing it again completes it. The same file again changes nothing.
 */
public interface ImportUsage {

    /**
     * Reads the whole file.
     *
     * @throws RequestRejected.InvalidField for a format that no reader knows
     * @throws RequestRejected.UnrecognisedFormat if no reader recognises the file
     * @throws RequestRejected.TooLarge if it has more unpacked bytes than allowed
     * @throws RequestRejected.Malformed if its bytes can't be read or unpacked
     */
    ImportReport importFile(ImportRequest request);
}
