/**
 * Whose an access token is. Tokens are JWTs that somebody else issues; here their signature and claims are checked, by a shared
 * secret or by keys that the issuer publishes. Every algorithm has its own kind of key and none is chosen by the token alone, so
 * that a public key can never serve as a secret. Nothing here knows of routes or requests, and no refusal says its reason.
 */
@NullMarked
package dev.aiusage.http.authentication;

import org.jspecify.annotations.NullMarked;
