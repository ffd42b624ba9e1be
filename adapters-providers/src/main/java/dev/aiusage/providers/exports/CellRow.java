package dev.aiusage.providers.exports;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line of its beginning, the first of the file being 1
 * @param cells no more than are held at most
 * @param size how many cells it really has
 */
record CellRow(long line, List<String> cells, int size) {

    boolean isHeldWhole() {
        return cells.size() == size;
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
