package eu.mieux.knowledge.webhook;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public Internet: all but those that IANA has set apart (its special-purpose address registries),
 * and those that carry an address of the other kind within, by which one could get round this.
 */
final class Networks {

    /** No wildcards, no ranges, no figures left out. */
    private static final IPAddressStringParameters IN_FULL = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .toParams();

    /** Of IPv6, all that has been given to the Internet so far. */
    private static final Networks INTERNET_6 = of(List.of("2000::/3"));

    private static final Networks APART = of(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20"));

    private final List<IPAddress> networks;

    private Networks(List<IPAddress> networks) {
        this.networks = networks;
    }

    /**
     * @param networks {@code 10.1.0.0/16}, {@code 10.1.2.3}
     * @throws IllegalArgumentException when one of them is none
     */
    static Networks of(List<String> networks) {
        return new Networks(networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Networks::network)
                .toList());
    }

    private static IPAddress network(String text) {
        try {
            return new IPAddressString(text, IN_FULL).toAddress().toPrefixBlock();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException(complaint(text), e);
        }
    }

    private static String complaint(String network) {
        return "MIEUX_WEBHOOK_NETWORKS holds networks and addresses (10.1.0.0/16, 10.1.2.3), but not \"%s\"."
                .formatted(network);
    }

    boolean contain(InetAddress address) {
        IPAddress asked = new IPAddressNetwork.IPAddressGenerator().from(address);
        return networks.stream().anyMatch(network -> network.contains(asked));
    }

    static boolean isPublic(InetAddress address) {
        return !APART.contain(address) && (address instanceof Inet4Address || INTERNET_6.contain(address));
    }
}
