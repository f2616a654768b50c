package eu.mieux.knowledge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.http.Networks;
import eu.mieux.knowledge.webhook.Destinations.NotCalled;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has us call what she could not call herself. */
class DestinationsTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "receiver.example", List.of("93.184.215.14"),
            "six.example", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c"),
            "both.example", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c", "93.184.215.14"),
            "inside.example", List.of("10.1.2.3"),
            "half.example", List.of("93.184.215.14", "169.254.169.254"),
            "none.example", List.of());

    private static final Destinations PRODUCTION = destinations(false, List.of());

    private static Destinations destinations(boolean local, List<String> admitted) {
        return new Destinations(local, Networks.of("MIEUX_WEBHOOK_NETWORKS", admitted), DestinationsTest::addresses);
    }

    /** Of figures, what the platform makes of them; of names, only those above. */
    private static InetAddress[] addresses(String host) throws UnknownHostException {
        List<String> known = NAMES.get(host);
        if (known != null) {
            return known.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        }
        if (host.matches("[0-9a-fA-FxX.:%\\[\\]]+")) {
            return InetAddress.getAllByName(host);
        }
        throw new UnknownHostException(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.example/mieux",
                "https://receiver.example:8443/a?b=c",
                "https://six.example",
                "HTTPS://receiver.example/",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void what_is_on_the_public_internet_is_called(String url) throws NotCalled {
        assertThat(PRODUCTION.of(url).secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/",
                "ftp://receiver.example/",
                "file:///etc/passwd",
                "//receiver.example/",
                "receiver.example",
                "https:///x",
                "https://",
                "mailto:a@b.example",
                "https://user:secret@receiver.example/",
                "https://user@receiver.example/",
                "https://receiver.example/#part",
                "https://receiver.example:22/",
                "https://receiver.example:80/",
                "https://receiver.example:0/",
                "https://receiver.example:70000/",
                "https://receiver example/",
                "https://rec\u00e9iver.example/",
                "https://absent.example/",
                "https://none.example/",
                "https://inside.example/",
                "https://half.example/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://0/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://192.0.0.192/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "https://[2001:db8::1]/",
                "https://[fe80::1]/",
                "https://[fec0::1]/",
                "https://[fc00::1]/",
                "https://[fd12:3456:789a::1]/",
                "https://[ff02::1]/",
                "https://[100::1]/",
                "https://[5f00::1]/"
            })
    void what_is_within_or_not_plainly_an_address_is_not_called_and_the_refusal_says_what_would_do(String url) {
        assertThatThrownBy(() -> PRODUCTION.of(url))
                .isInstanceOf(NotCalled.class)
                .message()
                .hasSizeGreaterThan(40);
    }

    @Test
    void what_is_within_is_refused_in_the_same_words_as_what_is_not_there() {
        assertThat(refusal("https://inside.example/").replace("inside", "absent"))
                .isEqualTo(refusal("https://absent.example/"))
                .doesNotContain("10.1");
    }

    @Test
    void an_operator_may_admit_a_network_of_her_own_and_nothing_beside_it() throws NotCalled {
        Destinations admitting = destinations(false, List.of(" 10.1.0.0/16 ", "fd12:3456:789a::/48"));
        assertThat(admitting.of("https://inside.example/").address().getHostAddress())
                .isEqualTo("10.1.2.3");
        assertThat(admitting.of("https://[fd12:3456:789a::1]/").port()).isEqualTo(443);
        assertThatThrownBy(() -> admitting.of("https://10.2.0.1/")).isInstanceOf(NotCalled.class);
        assertThatThrownBy(() -> admitting.of("http://inside.example/")).isInstanceOf(NotCalled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/33", "10.1.0.0/x", "inside.example/8", "10.1.0.0/8/8", "10.1.0.0/-1"})
    void a_network_that_is_none_is_refused_at_the_start(String network) {
        assertThatThrownBy(() -> Networks.of("MIEUX_WEBHOOK_NETWORKS", List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MIEUX_WEBHOOK_NETWORKS");
    }

    @Test
    void on_a_machine_to_try_things_on_it_may_be_called_itself_and_without_tls() throws NotCalled {
        Destinations local = destinations(true, List.of());
        assertThat(local.of("http://127.0.0.1:8099/x?y").target()).isEqualTo("/x?y");
        assertThatThrownBy(() -> local.of("http://169.254.169.254/")).isInstanceOf(NotCalled.class);
        assertThatThrownBy(() -> local.of("http://10.0.0.1/")).isInstanceOf(NotCalled.class);
    }

    @Test
    void of_several_addresses_one_of_ipv4_is_called() throws NotCalled {
        assertThat(PRODUCTION.of("https://both.example/").address().getHostAddress())
                .isEqualTo("93.184.215.14");
    }

    @Test
    void a_name_server_that_says_nothing_is_not_waited_for() {
        CountDownLatch never = new CountDownLatch(1);
        Destinations waiting =
                new Destinations(false, Networks.of("MIEUX_WEBHOOK_NETWORKS", List.of()), new PatientNames(host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return addresses(host);
                }));
        assertThatThrownBy(() -> waiting.of("https://receiver.example/"))
                .hasMessageContaining("no machine on the public Internet");
        never.countDown();
    }

    @Property
    void no_address_that_java_takes_for_one_of_this_machine_or_its_network_is_public(
            @ForAll @Size(value = 4) byte[] four, @ForAll @Size(value = 16) byte[] sixteen)
            throws UnknownHostException {
        for (byte[] bytes : List.of(four, sixteen)) {
            InetAddress address = InetAddress.getByAddress(bytes);
            boolean within = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress();
            assertThat(within && Internet.isPublic(address))
                    .as(address.getHostAddress())
                    .isFalse();
        }
    }

    private static String refusal(String url) {
        try {
            return PRODUCTION.of(url).toString();
        } catch (NotCalled e) {
            return e.getMessage();
        }
    }
}
