package dev.aiusage.http;

import static dev.aiusage.http.RunningServer.DEVICES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.user.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeviceRoutesTest {

    private static final DeviceName LAPTOP = new DeviceName("laptop");
    private static final String ID = LAPTOP.idOf(UserId.LOCAL).toString();

    private final RunningServer server = new RunningServer();

    @BeforeEach
    void reset() {
        server.reset();
        server.devices.note(UserId.LOCAL, LAPTOP);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void devices_are_listed_and_renamed() throws Exception {
        var listed = """
                {"device_id":"%s","name":"laptop","alias":%s,"first_seen_at":"2026-11-24T12:00:00Z",
                 "last_import_at":"2026-11-24T12:00:00Z"}
                """;

        assertThat(server.get(DEVICES).body())
                .isEqualTo("{\"devices\":[" + DashboardRoutesTest.compact(listed.formatted(ID, "null")) + "]}");
        var renamed = server.json("PATCH", DEVICES + "/" + ID, "{\"alias\":\"Anna's\"}");
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.body()).isEqualTo(DashboardRoutesTest.compact(listed.formatted(ID, "\"Anna's\"")));
        assertThat(server.json("PATCH", DEVICES + "/" + ID, "{\"alias\":null}").body())
                .contains("\"alias\":null");
    }

    @Test
    void an_alias_must_be_given() throws Exception {
        var response = server.json("PATCH", DEVICES + "/" + ID, "{}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"alias\",\"message\":\"is missing\"}]");
    }

    @Test
    void a_removed_device_is_gone() throws Exception {
        assertThat(server.send(server.request(DEVICES + "/" + ID).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.send(server.request(DEVICES + "/" + ID).DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(server.get(DEVICES).body()).isEqualTo("{\"devices\":[]}");
    }

    @Test
    void an_id_that_is_none_is_not_found() throws Exception {
        assertThat(server.send(server.request(DEVICES + "/x").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_import_names_its_machine_and_learns_to_which_history_it_adds() throws Exception {
        var response = server.post(RunningServer.IMPORT + "?device=%20B%C3%BCro-PC%20", "one");

        assertThat(response.headers().firstValue("X-Usage-History")).hasValue(FakeDevices.HISTORY.toString());
        assertThat(server.imports.requests.get(0).hints().device()).isEqualTo(new DeviceName("Büro-PC"));
        assertThat(server.get(DEVICES).body()).contains("Büro-PC");
    }

    @Test
    void an_import_without_a_machine_makes_none_known() throws Exception {
        var response = server.post(RunningServer.IMPORT, "one");

        assertThat(response.headers().firstValue("X-Usage-History")).isEmpty();
        assertThat(server.imports.requests.get(0).hints().device()).isEqualTo(DeviceName.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a%0Ab", "%E2%80%AEabc", "%1B%5B2J"})
    void a_machine_whose_name_can_not_be_shown_is_refused(String name) throws Exception {
        var response = server.post(RunningServer.IMPORT + "?device=" + name, "one");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("\"field\":\"device\"");
        assertThat(server.imports.requests).isEmpty();
    }

    @Test
    void a_machine_with_too_long_a_name_is_refused() throws Exception {
        assertThat(server.post(RunningServer.IMPORT + "?device=" + "x".repeat(201), "one")
                        .statusCode())
                .isEqualTo(422);
    }
}
