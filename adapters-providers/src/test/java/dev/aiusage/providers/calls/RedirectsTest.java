package dev.aiusage.providers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.syncing.VendorFailure;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedirectsTest {

    private BadVendor vendor;

    @BeforeEach
    void open() throws IOException {
        vendor = new BadVendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void a_redirect_to_the_network_inside_is_refused() {
        for (var inside : new String[] {
            "http://169.254.169.254/latest/meta-data/",
            "http://[fd00:ec2::254]/",
            "http://10.0.0.1/",
            "https://169.254.169.254/",
            "//169.254.169.254/",
            "https://evil.example/"
        }) {
            vendor.answers(to(inside));
            vendor.failureOfNumbers(VendorFailure.RedirectRefused.class);
        }
        assertThat(vendor.server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void a_redirect_to_no_address_is_refused() {
        for (var odd : new String[] {"file:///etc/passwd", "gopher://example.com/", "http://"}) {
            vendor.answers(to(odd));
            vendor.failureOfNumbers(VendorFailure.RedirectRefused.class);
        }
        vendor.answers(new MockResponse.Builder().code(302));
        vendor.failureOfNumbers(VendorFailure.RedirectRefused.class);
    }

    @Test
    void a_redirect_to_the_vendors_own_host_is_followed_with_the_key() throws InterruptedException {
        vendor.answers(to("/elsewhere?page=2"), new MockResponse.Builder().body("{\"data\": [{\"n\": 7}]}"));

        assertThat(vendor.numbers()).containsExactly(7L);
        assertThat(vendor.asked().getTarget()).isEqualTo("/usage");
        var second = vendor.asked();
        assertThat(second.getTarget()).isEqualTo("/elsewhere?page=2");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + BadVendor.KEY);
        assertThat(second.getHeaders().get("User-Agent")).isEqualTo(CallsForTests.USER_AGENT);
    }

    @Test
    void a_redirect_to_another_allowed_host_is_followed_without_the_key() throws IOException, InterruptedException {
        try (var files = new MockWebServer()) {
            files.start();
            files.enqueue(
                    new MockResponse.Builder().body("{\"data\": [{\"n\": 8}]}").build());
            vendor.answers(to(files.url("/file").toString()));

            assertThat(vendor.numbers()).containsExactly(8L);
            var asked = files.takeRequest();
            assertThat(asked.getHeaders().get("Authorization")).isNull();
            assertThat(asked.getHeaders().get("User-Agent")).isEqualTo(CallsForTests.USER_AGENT);
        }
    }

    @Test
    void a_vendor_that_redirects_in_circles_is_refused() {
        for (var hop = 0; hop < 4; hop++) {
            vendor.answers(to("/usage"));
        }

        vendor.failureOfNumbers(VendorFailure.RedirectRefused.class);

        assertThat(vendor.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void a_refused_address_with_the_key_in_it_is_told_without_the_key() {
        vendor.answers(to("https://" + BadVendor.KEY + ".example.com/"));

        assertThat(vendor.failureOfNumbers(VendorFailure.RedirectRefused.class).detail())
                .contains("….example.com");
    }

    @Test
    void a_redirected_post_is_refused() {
        vendor.answers(to("/elsewhere"));
        var post = vendor.request()
                .newBuilder()
                .post(RequestBody.create(new byte[] {'{', '}'}))
                .build();

        assertThatThrownBy(() -> vendor.calls().send(post, VendorJson::object))
                .isInstanceOf(VendorFailure.RedirectRefused.class);
    }

    @Test
    void hosts_that_a_vendor_is_known_by_are_allowed_over_tls_only() {
        var hosts = Hosts.of(url("https://api.acme.example/"), host -> host.endsWith(".files.acme.example"));

        assertThat(hosts.allow(url("https://api.acme.example/other"))).isTrue();
        assertThat(hosts.allow(url("https://a.files.acme.example/"))).isTrue();
        assertThat(hosts.allow(url("http://a.files.acme.example/"))).isFalse();
        assertThat(hosts.allow(url("http://api.acme.example/"))).isFalse();
        assertThat(hosts.allow(url("https://api.acme.example:8443/"))).isFalse();
        assertThat(hosts.allow(url("http://127.0.0.1/"))).isFalse();
        assertThat(hosts.isOwn(url("https://a.files.acme.example/"))).isFalse();
        assertThat(hosts.isOwn(url("https://api.acme.example/"))).isTrue();
    }

    private static MockResponse.Builder to(String location) {
        return new MockResponse.Builder().code(302).addHeader("Location", location);
    }

    private static HttpUrl url(String text) {
        return HttpUrl.get(text);
    }
}
