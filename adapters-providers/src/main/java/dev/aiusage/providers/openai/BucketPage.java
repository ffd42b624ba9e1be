package dev.aiusage.providers.openai;

import dev.aiusage.providers.calls.HeldRows;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;

/**
 * A page of a report.
 *
 * @param next where the report goes on; none on the last page
 */
record BucketPage<T>(List<T> rows, Optional<String> next) {

    /** Of a month, of ten thousand pairs of a user and a model. */
    private static final int MOST_ROWS = 310_000;

    static <T> BucketPage<T> of(Response answer, Bucket.Reader<T> reader) throws IOException {
        var rows = new HeldRows<T>(MOST_ROWS);
        var others = VendorJson.rows(answer, "data", bucket -> reader.read(bucket, rows));
        var next = others.text("next_page").filter(name -> others.isTrue("has_more"));
        if (others.isTrue("has_more") && next.isEmpty()) {
            throw others.malformed("next_page", "missing");
        }
        return new BucketPage<>(rows.list(), next);
    }
}
