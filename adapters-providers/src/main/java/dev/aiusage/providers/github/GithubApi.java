package dev.aiusage.providers.github;

import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.VendorCalls;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Calls to GitHub's own address about one organization or enterprise, with the token. */
final class GithubApi {

    private static final String API_VERSION = "2026-03-10";

    private final HttpUrl base;
    private final Owner owner;
    private final Secret token;
    private final VendorCalls calls;

    GithubApi(HttpUrl base, Owner owner, Secret token, VendorCalls calls) {
        this.base = base;
        this.owner = owner;
        this.token = token;
        this.calls = calls;
    }

    HttpUrl.Builder report(String name) {
        return copilot("metrics/reports/" + name);
    }

    HttpUrl.Builder seats() {
        return copilot("billing/seats");
    }

    HttpUrl.Builder bill(BillKind kind) {
        return at(owner.billing(), "settings/billing/" + kind.path() + "/usage");
    }

    <T> T get(HttpUrl url, AnswerParser<T> parser) {
        var request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", API_VERSION)
                .build();
        return calls.send(request, parser);
    }

    private HttpUrl.Builder copilot(String path) {
        return at(owner.paths(), "copilot/" + path);
    }

    private HttpUrl.Builder at(String owners, String path) {
        return base.newBuilder()
                .addPathSegments(owners)
                .addPathSegment(owner.name())
                .addPathSegments(path);
    }
}
