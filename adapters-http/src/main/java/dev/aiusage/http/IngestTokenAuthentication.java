package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;

/** Lets ingest tokens in where usage is delivered, and leaves everything else to another way of finding out who is calling. */
public final class IngestTokenAuthentication implements Authentication {

    private static final String PREFIX = "aiu_";

    private final IngestTokenOwners owners;
    private final Authentication others;

    public IngestTokenAuthentication(IngestTokenOwners owners, Authentication others) {
        this.owners = owners;
        this.others = others;
    }

    @Override
    public void admit(RequestHead request) {
        others.admit(request);
    }

    @Override
    public UserId callerOf(RequestHead request, Purpose purpose) {
        var token = BearerToken.of(request).filter(text -> text.startsWith(PREFIX));
        if (token.isEmpty()) {
            return others.callerOf(request, purpose);
        }
        if (purpose != Purpose.DELIVERY) {
            throw Refused.unauthenticated();
        }
        return owners.ownerOf(token.get()).orElseThrow(Refused::unauthenticated);
    }
}
