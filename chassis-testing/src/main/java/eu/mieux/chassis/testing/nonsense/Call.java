package eu.mieux.chassis.testing.nonsense;

import eu.mieux.chassis.testing.Principals;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call as it goes over the wire.
 *
 * @param role whose token it bears
 * @param path percent-encoded
 */
record Call(String role, String method, String path, List<Pair> query, List<Pair> headers, Buffer body) {

    /** A parameter of the query, percent-encoded, or a header. */
    record Pair(String name, String value) {}

    String address() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.stream()
                                .map(pair -> pair.name() + "=" + pair.value())
                                .collect(Collectors.joining("&"));
    }

    Call withPath(String other) {
        return new Call(role, method, other, query, headers, body);
    }

    Call withQuery(Pair added) {
        return new Call(role, method, path, with(query, added), headers, body);
    }

    Call withoutQuery(String name) {
        return new Call(role, method, path, without(query, name), headers, body);
    }

    /** In place of any header of that name. */
    Call withHeader(String name, String value) {
        return new Call(role, method, path, query, with(without(headers, name), new Pair(name, value)), body);
    }

    Call withBody(byte[] other) {
        return new Call(role, method, path, query, headers, Buffer.buffer(other));
    }

    Call withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    Call withRole(String other) {
        return new Call(other, method, path, query, headers, body);
    }

    /** For a shell, so that whoever reads of a finding can see it for herself. */
    String curl(String base) {
        StringBuilder line = new StringBuilder("curl -i --path-as-is -X ").append(method);
        if (!role.equals(Principals.NOBODY)) {
            line.append(" -H \"Authorization: Bearer $(./mieux token ")
                    .append(role)
                    .append(")\"");
        }
        headers.forEach(header -> line.append(" -H ")
                .append(quoted((header.name() + ": " + header.value()).getBytes(StandardCharsets.ISO_8859_1))));
        if (body.length() > 0) {
            line.append(" --data-binary ").append(quoted(body.getBytes()));
        }
        return line.append(' ')
                .append(quoted((base + address()).getBytes(StandardCharsets.US_ASCII)))
                .toString();
    }

    private static String quoted(byte[] bytes) {
        StringBuilder quoted = new StringBuilder("$'");
        for (byte one : bytes) {
            char plain = (char) (one & 0xff);
            if (plain == '\'' || plain == '\\') {
                quoted.append('\\').append(plain);
            } else if (plain >= ' ' && plain < 0x7f) {
                quoted.append(plain);
            } else {
                quoted.append("\\x%02x".formatted((int) plain));
            }
        }
        return quoted.append('\'').toString();
    }

    private static List<Pair> with(List<Pair> pairs, Pair added) {
        List<Pair> all = new ArrayList<>(pairs);
        all.add(added);
        return all;
    }

    private static List<Pair> without(List<Pair> pairs, String name) {
        return pairs.stream()
                .filter(pair -> !pair.name().equalsIgnoreCase(name))
                .toList();
    }
}
