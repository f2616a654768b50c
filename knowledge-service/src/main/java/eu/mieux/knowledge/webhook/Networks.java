package eu.mieux.knowledge.webhook;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public Internet: all but those that IANA has set apart (its special-purpose address registries),
 * and those that carry an address of the other kind within, by which one could get round this.
 */
final class Networks {

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

    private final List<Network> networks;

    private Networks(List<Network> networks) {
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

    private static Network network(String text) {
        String[] parts = text.split("/", -1);
        try {
            byte[] start = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = parts.length == 1 ? start.length * Byte.SIZE : Integer.parseInt(parts[1]);
            if (parts.length <= 2 && bits >= 0 && bits <= start.length * Byte.SIZE) {
                return new Network(new BigInteger(1, start), start.length, bits);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(complaint(text), e);
        }
        throw new IllegalArgumentException(complaint(text));
    }

    private static String complaint(String network) {
        return "MIEUX_WEBHOOK_NETWORKS holds networks and addresses (10.1.0.0/16, 10.1.2.3), but not \"%s\"."
                .formatted(network);
    }

    /**
     * All addresses whose first bits are these. Netty's rule for this was tried: of IPv6 it also takes every address whose first
     * bits are all ones, so that fe80:: would be of 2000::/3.
     */
    private record Network(BigInteger start, int bytes, int bits) {

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            int rest = bytes * Byte.SIZE - bits;
            return other.length == bytes
                    && new BigInteger(1, other).shiftRight(rest).equals(start.shiftRight(rest));
        }
    }

    boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        return !APART.contain(address) && (address instanceof Inet4Address || INTERNET_6.contain(address));
    }
}
