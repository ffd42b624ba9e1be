package dev.aiusage.providers.anthropic;

import dev.aiusage.providers.calls.AnswerParser;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.VendorJson;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;

/** The name of a key's organization, which only keys of the Console are told: empty for all others. */
final class OrganizationName implements AnswerParser<String> {

    private static final Set<Integer> UNTOLD = Set.of(401, 403, 404);

    static String of(AnthropicApi api) {
        return api.get(api.organizations("me").build(), new OrganizationName());
    }

    @Override
    public String parse(Response answer) throws IOException {
        return VendorJson.object(answer).shown("name").orElse("");
    }

    @Override
    public Optional<String> ofRefusal(FailedAnswer refusal) {
        return UNTOLD.contains(refusal.status()) ? Optional.of("") : Optional.empty();
    }
}
