package dev.aiusage.providers.cursor;

import dev.aiusage.domain.usage.Count;
import dev.aiusage.providers.calls.JsonFields;
import java.util.List;

/** One page of a report. */
record Page<T>(List<T> rows, boolean hasNext, Count members) {

    /** The number and the count of pages are called otherwise in each report. */
    static <T> Page<T> of(long asked, List<T> rows, JsonFields pagination) {
        var number = pagination.count("page").or(pagination.count("currentPage"));
        if (number.orElse(asked) != asked) {
            throw pagination.malformed("page", "another one than was asked for");
        }
        var pages = pagination.count("totalPages").or(pagination.count("numPages"));
        var hasNext = pagination.has("hasNextPage") ? pagination.isTrue("hasNextPage") : pages.orElse(asked) > asked;
        return new Page<>(rows, hasNext, pagination.count("totalUsers"));
    }
}
