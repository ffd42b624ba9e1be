/** Tests of the client of OpenAI, against a local server that answers as OpenAI documents it. */
@NullMarked
package dev.aiusage.providers.openai;

import org.jspecify.annotations.NullMarked;
