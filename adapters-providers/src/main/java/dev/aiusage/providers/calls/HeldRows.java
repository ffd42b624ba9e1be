package dev.aiusage.providers.calls;

import dev.aiusage.application.syncing.VendorFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an answer, which are held until it has come whole. Little text may make many of them, so they are limited in number
 * too.
 */
public final class HeldRows<T> {

    private final int most;
    private final List<T> rows = new ArrayList<>();
    private int held;

    /** @param most far more than an honest answer has */
    public HeldRows(int most) {
        this.most = most;
    }

    public void add(T row) {
        add(row, 1);
    }

    /**
     * The same of a row that counts for several.
     *
     * @param parts that the row is held in, each as large as another row
     */
    public void add(T row, int parts) {
        held += parts;
        if (held > most) {
            throw new VendorFailure.AnswerTooLarge("The vendor answered with more than " + most + " rows at once.");
        }
        rows.add(row);
    }

    public List<T> list() {
        return rows;
    }
}
