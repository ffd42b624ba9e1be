package dev.aiusage.providers.exports;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts how many equal rows came before in a file, by 64-bit hashes in a table without boxes. Equal rows stand close to each other;
 * after some million different ones it begins anew, so that memory stays bounded whatever the file.
 */
public final class EqualRows {

    private static final int FIRST = 1 << 12;

    private final int max;
    private long[] hashes = new long[FIRST];
    private int held;
    private final Map<Long, Integer> repeated = new HashMap<>();

    public EqualRows(int max) {
        this.max = max;
    }

    public int before(long hash) {
        // 0 marks a free place.
        var key = hash == 0 ? 1 : hash;
        if (add(hashes, key)) {
            held++;
            makeRoom();
            return 0;
        }
        return repeated.merge(key, 1, Integer::sum);
    }

    private void makeRoom() {
        if (held >= max || repeated.size() >= max) {
            hashes = new long[FIRST];
            repeated.clear();
            held = 0;
        } else if (held > hashes.length / 2) {
            var larger = new long[hashes.length * 2];
            for (var hash : hashes) {
                if (hash != 0) {
                    add(larger, hash);
                }
            }
            hashes = larger;
        }
    }

    /** Whether it was not there. */
    private static boolean add(long[] table, long key) {
        var mask = table.length - 1;
        var place = (int) (key ^ (key >>> 32)) & mask;
        while (table[place] != 0) {
            if (table[place] == key) {
                return false;
            }
            place = (place + 1) & mask;
        }
        table[place] = key;
        return true;
    }
}
