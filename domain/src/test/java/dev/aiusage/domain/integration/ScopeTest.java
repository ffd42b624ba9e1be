package dev.aiusage.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void a_scope_that_no_storage_could_keep_is_refused() {
        assertThatThrownBy(() -> new Scope("a\0b", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scope("", "\uD83D")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scope("", "a".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Scope("a".repeat(200), "b").organization()).hasSize(200);
    }
}
