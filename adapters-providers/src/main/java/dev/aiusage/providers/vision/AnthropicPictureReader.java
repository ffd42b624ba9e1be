package dev.aiusage.providers.vision;

import dev.aiusage.application.screenshots.Picture;
import dev.aiusage.application.screenshots.PictureReader;
import dev.aiusage.application.screenshots.PictureReading;
import dev.aiusage.domain.integration.Secret;
import dev.aiusage.providers.calls.Hosts;
import dev.aiusage.providers.calls.Pace;
import dev.aiusage.providers.calls.Vendor;
import dev.aiusage.providers.calls.VendorWeb;
import java.time.LocalDate;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Has a model of Anthropic's look at pictures. */
public final class AnthropicPictureReader implements PictureReader {

    private static final String VERSION = "2023-06-01";

    private final VendorWeb web;
    private final HttpUrl base;
    private final Secret key;
    private final String model;

    /**
     * Asks nothing yet.
     *
     * @param base Anthropic's address, with any path before its own
     * @param key an ordinary one: an Admin key can't be used for this
     */
    public AnthropicPictureReader(VendorWeb web, HttpUrl base, Secret key, String model) {
        this.web = web;
        this.base = base;
        this.key = key;
        this.model = model;
    }

    @Override
    public PictureReading read(Picture picture, LocalDate today) {
        var vendor = new Vendor("Anthropic", Hosts.only(base), Pace.FREE, new MessagesFailures(model, web.clock()));
        var request = new Request.Builder()
                .url(base.newBuilder().addPathSegments("v1/messages").build())
                .header("x-api-key", key.reveal())
                .header("anthropic-version", VERSION)
                .header("Accept", "application/json")
                .post(MessageBody.of(picture, model, today))
                .build();
        return web.calls(vendor, key).send(request, new MessageAnswer(web.clock()));
    }
}
