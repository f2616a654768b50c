package eu.mieux.chassis.http;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.InetAddress;
import java.util.List;

/** Networks and addresses that an operator names. */
public final class Networks {

    /** No wildcards, no ranges, no figures left out. */
    private static final IPAddressStringParameters IN_FULL = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .toParams();

    private final List<IPAddress> networks;

    private Networks(List<IPAddress> networks) {
        this.networks = networks;
    }

    /**
     * @param setting that names them
     * @param networks {@code 10.1.0.0/16}, {@code 10.1.2.3}
     * @throws IllegalArgumentException when one of them is none
     */
    public static Networks of(String setting, List<String> networks) {
        return new Networks(networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(network -> network(setting, network))
                .toList());
    }

    private static IPAddress network(String setting, String text) {
        try {
            return new IPAddressString(text, IN_FULL).toAddress().toPrefixBlock();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException(complaint(setting, text), e);
        }
    }

    private static String complaint(String setting, String network) {
        return "%s holds networks and addresses (10.1.0.0/16, 10.1.2.3), but not \"%s\".".formatted(setting, network);
    }

    public boolean contain(InetAddress address) {
        IPAddress asked = new IPAddressNetwork.IPAddressGenerator().from(address);
        return networks.stream().anyMatch(network -> network.contains(asked));
    }
}
