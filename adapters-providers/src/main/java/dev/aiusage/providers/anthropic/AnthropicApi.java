package dev.aiusage.providers.anthropic;

import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.Hosts;
import dev.aiusage.providers.calls.Pace;
import dev.aiusage.providers.calls.Vendor;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorWeb;
import java.time.LocalDate;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** What Anthropic tells an organization, asked with one key. */
final class AnthropicApi {

    private static final String VERSION = "2023-06-01";

    private final VendorCalls calls;
    private final HttpUrl base;
    private final Secret key;
    private final AnthropicFailures failures;

    private AnthropicApi(VendorCalls calls, HttpUrl base, Secret key, AnthropicFailures failures) {
        this.calls = calls;
        this.base = base;
        this.key = key;
        this.failures = failures;
    }

    /** The Console's reports state no limit of calls, and take the bursts that paging makes. */
    static AnthropicApi console(VendorWeb web, HttpUrl base, Secret key) {
        return of(web, base, key, "Anthropic", Pace.FREE);
    }

    /** Enterprise Analytics takes 60 calls a minute; its name keeps this pace apart from the other. */
    static AnthropicApi enterprise(VendorWeb web, HttpUrl base, Secret key) {
        return of(web, base, key, "Claude Enterprise", Pace.perMinute(60));
    }

    private static AnthropicApi of(VendorWeb web, HttpUrl base, Secret key, String name, Pace pace) {
        requireSendable(key);
        var failures = new AnthropicFailures(web.clock());
        var vendor = new Vendor(name, Hosts.only(base), pace, failures);
        return new AnthropicApi(web.calls(vendor, key), base, key, failures);
    }

    /** An address below that of all questions about an organization. */
    HttpUrl.Builder organizations(String path) {
        return base.newBuilder().addPathSegments("v1/organizations/" + path);
    }

    <T> T get(HttpUrl url, AnswerParser<T> parser) {
        var request = new Request.Builder()
                .url(url)
                .header("x-api-key", key.reveal())
                .header("anthropic-version", VERSION)
                .header("Accept", "application/json")
                .build();
        return calls.send(request, parser);
    }

    /** Asks for one row of a day. */
    Probed probe(HttpUrl url, LocalDate day) {
        return get(url, new Probe(day, failures));
    }

    /** The instant at which a UTC day begins, as the reports want it. */
    static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }

    /** A header of other characters would be refused by a message that shows them. */
    private static void requireSendable(Secret key) {
        var text = key.reveal();
        if (text.isEmpty() || text.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new VendorFailure.InvalidKey(
                    "This is no key of Anthropic: it is empty, or has characters that no key has.");
        }
    }
}
