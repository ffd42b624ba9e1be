package dev.aiusage.application.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SealedKeyTest {

    @Test
    void a_sealed_key_is_not_printed() {
        assertThat(new SealedKey("v1.a.b.c")).hasToString("SealedKey[…]");
        assertThat(new RewrappedKey.Rewrapped(new SealedKey("v1.a.b.c")).toString())
                .doesNotContain("v1");
    }
}
