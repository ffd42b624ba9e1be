package dev.aiusage.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, USUAL, postgres-linux-x86_64.txz",
        "Linux, aarch64, USUAL, postgres-linux-arm_64.txz",
        "Linux, amd64, MUSL, postgres-linux-x86_64-alpine_linux.txz",
        "Mac OS X, x86_64, USUAL, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, USUAL, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, USUAL, postgres-windows-x86_64.txz"
    })
    void the_archive_is_named_as_its_makers_name_it(
            String osName, String osArch, Platform.CLibrary library, String archive) {
        assertThat(Platform.named(osName, osArch, library).archive()).isEqualTo(archive);
    }
}
