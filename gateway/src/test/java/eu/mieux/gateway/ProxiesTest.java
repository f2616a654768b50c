package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    @ParameterizedTest(name = "{1} is of {0}: {2}")
    @CsvSource({
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.5/8, 10.9.9.9, true",
        "2000::/3, 3fff::1, true",
        "2000::/3, fe80::1, false",
        "2000::/3, 4000::, false",
        "::1, ::1, true",
        "::/0, 10.0.0.7, false",
        "0.0.0.0/0, ::ffff:10.0.0.7, true",
    })
    void of_a_network_are_the_addresses_whose_first_bits_are_its_own(String network, String address, boolean trusted) {
        assertThat(new Proxies(List.of(network)).trust(InetAddress.ofLiteral(address)))
                .isEqualTo(trusted);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"", "*", "10", "10.0.0", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.1-9", "0x7f.1", "proxy.example"})
    void what_is_no_network_stops_the_gateway_with_what_would_be_one(String network) {
        assertThatThrownBy(() -> new Proxies(List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MIEUX_TRUSTED_PROXIES holds addresses and networks (10.0.0.7, 10.0.0.0/8)")
                .hasMessageContaining("\"" + network + "\"");
    }

    @Test
    void nobody_is_trusted_without_being_named() {
        assertThat(new Proxies(List.of()).trust(InetAddress.getLoopbackAddress()))
                .isFalse();
    }
}
