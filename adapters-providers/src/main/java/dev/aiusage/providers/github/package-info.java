/**
 * GitHub Copilot's usage. GitHub tells it of organizations and enterprises only, in reports of one day or of the newest 28, each
 * in two steps: an answer that holds links, and the files that they lead to at another host, which never see the token. Bills and
 * seats are taken where the token may read them, and are no failure where it may not. The metrics that GitHub told until April
 * 2026 live on in exports, and are read here too.
 */
@NullMarked
package dev.aiusage.providers.github;

import org.jspecify.annotations.NullMarked;
