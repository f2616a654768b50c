package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.http.Networks;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public Internet: all but those that IANA has set apart (its special-purpose address registries),
 * and those that carry an address of the other kind within, by which one could get round this.
 */
final class Internet {

    /** Of IPv6, all that has been given to the Internet so far. */
    private static final Networks INTERNET_6 = Networks.of("IANA", List.of("2000::/3"));

    private static final Networks APART = Networks.of(
            "IANA",
            List.of(
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

    private Internet() {}

    static boolean isPublic(InetAddress address) {
        return !APART.contain(address) && (address instanceof Inet4Address || INTERNET_6.contain(address));
    }
}
