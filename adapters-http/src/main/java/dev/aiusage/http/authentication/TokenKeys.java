package dev.aiusage.http.authentication;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import java.util.Set;

/** Keys of one kind, and the algorithms that are pinned to them. */
interface TokenKeys {

    Set<JWSAlgorithm> algorithms();

    /** Whether one of these keys signed the token. Asked only about tokens of {@link #algorithms()}. */
    boolean haveSigned(SignedJWT token);

    /** Gets ready in the background. */
    void prepare();
}
