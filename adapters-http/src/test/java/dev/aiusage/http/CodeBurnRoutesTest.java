package dev.aiusage.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CodeBurnRoutesTest {

    private static final String DOCUMENT = "/.well-known/codeburn-export.json";

    @Test
    void its_sync_is_told_where_to_log_in_and_where_to_send() throws Exception {
        var login = new CodeBurnLogin("https://id.example.com", "codeburn");
        try (var server = new RunningServer(RunningServer.settings().withCodeBurn(login))) {
            var answer = server.get(DOCUMENT);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"version\":1,\"issuer\":\"https://id.example.com\",\"client_id\":\"codeburn\","
                                    + "\"scopes\":[\"openid\",\"email\"],\"traces_path\":\"/v1/traces\",\"max_batch_size\":1000}");
        }
    }

    @Test
    void without_a_login_there_is_no_sync() throws Exception {
        try (var server = new RunningServer()) {
            var answer = server.get(DOCUMENT);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("CODEBURN_CLIENT_ID");
        }
    }
}
