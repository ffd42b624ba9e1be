package dev.aiusage.http;

import dev.aiusage.application.access.NoteUser;
import dev.aiusage.domain.user.UserId;

/** Has everybody noted whom another way of finding out lets in. */
public final class NotingAuthentication implements Authentication {

    private final Authentication proofs;
    private final NoteUser users;

    public NotingAuthentication(Authentication proofs, NoteUser users) {
        this.proofs = proofs;
        this.users = users;
    }

    @Override
    public void admit(RequestHead request) {
        proofs.admit(request);
    }

    @Override
    public UserId callerOf(RequestHead request, Purpose purpose) {
        var caller = proofs.callerOf(request, purpose);
        users.note(caller);
        return caller;
    }
}
