package dev.aiusage.http;

/**
 * Where users of CodeBurn log in to hand usage in by its sync.
 *
 * @param issuer of OpenID Connect, whose tokens the server accepts
 * @param clientId under which the issuer knows CodeBurn
 */
public record CodeBurnLogin(String issuer, String clientId) {}
