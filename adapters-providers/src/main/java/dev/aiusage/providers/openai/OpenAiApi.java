package dev.aiusage.providers.openai;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.providers.calls.HeldNames;
import dev.aiusage.providers.calls.Pages;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** OpenAI's administration API over HTTP, followed to its last page. */
final class OpenAiApi {

    static final int MAX_DAYS = 31;

    private static final int MAX_USERS_A_PAGE = 100;
    private static final int MOST_USERS = 200_000;

    private final VendorCalls calls;
    private final HttpUrl base;
    private final String authorization;

    OpenAiApi(VendorCalls calls, HttpUrl base, Secret key) {
        this.calls = calls;
        this.base = base;
        this.authorization = "Bearer " + key.reveal();
    }

    /** Asks for as little as can be, to see whether the key may ask at all. */
    void glance(DateRange day) {
        calls.send(get(buckets("usage/completions", day).build()), VendorJson::object);
    }

    /** The use of models by everybody, or by one user, at most {@link #MAX_DAYS} days. */
    void usage(DateRange days, String userId, Consumer<ModelUse> action) {
        var url = buckets("usage/completions", days)
                .addQueryParameter("group_by", "model")
                .addQueryParameter("group_by", "user_id");
        if (!userId.isEmpty()) {
            url.addQueryParameter("user_ids", userId);
        }
        everyBucket(
                url.build(),
                (bucket, rows) ->
                        bucket.objects("results").forEach(result -> rows.add(ModelUse.of(Bucket.date(bucket), result))),
                action);
    }

    /** What the organization paid, at most {@link #MAX_DAYS} days. */
    void costs(DateRange days, Consumer<Payment> action) {
        var url = buckets("costs", days).addQueryParameter("group_by", "line_item");
        everyBucket(
                url.build(),
                (bucket, rows) ->
                        bucket.objects("results").forEach(result -> rows.add(Payment.of(Bucket.date(bucket), result))),
                action);
    }

    Users users() {
        var emails = new HeldNames<String>(MOST_USERS);
        Pages.all(page -> {
            var url = url("users").addQueryParameter("limit", Integer.toString(MAX_USERS_A_PAGE));
            page.ifPresent(lastId -> url.addQueryParameter("after", lastId));
            var read = calls.send(get(url.build()), UsersPage::of);
            emails.putAll(read.emails());
            return read.next();
        });
        return new Users(emails.map());
    }

    private <T> void everyBucket(HttpUrl first, Bucket.Reader<T> reader, Consumer<T> action) {
        Pages.all(page -> {
            var url = first.newBuilder();
            page.ifPresent(name -> url.setQueryParameter("page", name));
            var read = calls.send(get(url.build()), answer -> BucketPage.of(answer, reader));
            read.rows().forEach(action);
            return read.next();
        });
    }

    private HttpUrl.Builder buckets(String path, DateRange days) {
        return url(path)
                .addQueryParameter("start_time", seconds(days.startsAt(ZoneOffset.UTC)))
                .addQueryParameter("end_time", seconds(days.endsBefore(ZoneOffset.UTC)))
                .addQueryParameter("bucket_width", "1d")
                .addQueryParameter("limit", Integer.toString(days.days()));
    }

    private static String seconds(Instant instant) {
        return Long.toString(instant.getEpochSecond());
    }

    private HttpUrl.Builder url(String path) {
        return base.newBuilder().addPathSegments("v1/organization").addPathSegments(path);
    }

    private Request get(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .build();
    }
}
