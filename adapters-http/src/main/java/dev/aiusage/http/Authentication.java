package dev.aiusage.http;

import dev.aiusage.domain.user.UserId;

/** Who is calling. One way of finding out holds for the whole server. A refusal is answered as a problem. */
public interface Authentication {

    /** Lets a request to any path in, public pages too, or refuses it. */
    void admit(RequestHead request);

    /** The user on whose behalf a request to the API comes, if the proof is good for this purpose; or a refusal. */
    UserId callerOf(RequestHead request, Purpose purpose);
}
