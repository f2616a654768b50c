package eu.mieux.chassis.testing.nonsense;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values on which software stumbles. */
final class Nasty {

    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-1",
        "1",
        "200",
        "201",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "1e400",
        "1E+999999999",
        "1e-400",
        "0.1",
        "1.0",
        "3.0000000000000000000001",
        "99999999999999999999999999999999999999999999",
        "00",
        "0x10"
    };

    private static final String[] DAYS = {
        "0000-00-00",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "+10000-01-01",
        "-0001-01-01",
        "2016-02-29",
        "2017-02-29",
        "2017-02-30",
        "2017-13-01",
        "2017-3-1",
        "20170301",
        "2017-W10",
        "2017-03-01T00:00:00Z",
        "+999999999-12-31",
        "-999999999-01-01",
        "1582-10-10",
        "2017-03-01T25:61:61Z",
        "9999-12-31T23:59:59.999999999+18:00",
        "0000-01-01T00:00:00Z",
        "2016-12-31T23:59:60Z",
        "2017-03"
    };

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n\r",
            "\u0000",
            "a\u0000b",
            "\u001f",
            "\u007f",
            "\ud800",
            "\udc00x",
            "\ufeff",
            "\ufffe",
            "😀",
            "👩‍👩‍👧‍👦",
            "\u202eevil\u202c",
            "مرحبا بالعالم",
            "e\u0301",
            "ß",
            "İ",
            "ﷺ",
            "Z̸̡̢̛͎a̷l̵g̶o̸",
            "null",
            "undefined",
            "true",
            "NaN",
            "[]",
            "{}",
            "{0}",
            "%s%n",
            "%00",
            "%",
            "${7*7}",
            "{{7*7}}",
            "' or '1'='1",
            "'; drop table request; --",
            "\\",
            "\"",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "..",
            ".",
            "/",
            "//",
            ";a=b",
            "\u00a0",
            "\u200b",
            "\u2028",
            "a".repeat(256),
            "b".repeat(300),
            "c".repeat(5_000),
            "漢".repeat(2_800),
            "01a2056f-a2f1-7e96-830f-174522551fda",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "2017-03",
            "9999-99",
            "2017-03-",
            "XX",
            "CM",
            "cm",
            "TRAFFICKING",
            "DRAFT",
            "INTPA",
            "a:b",
            "en",
            "fr:B2",
            "fr:",
            ":",
            "-id",
            "--",
            "-",
            "AAAA",
            "LWlkHzAxYTIwNTZmLWEyZjEtN2U5Ni04MzBmLTE3NDUyMjU1MWZkYQ",
            "*",
            "\"*\"",
            "A B",
            "a,b",
            ",",
            "=",
            "&",
            "+");

    private Nasty() {}

    static String number(Random chance) {
        return one(chance, NUMBERS);
    }

    static String day(Random chance) {
        return one(chance, DAYS);
    }

    static String text(Random chance) {
        return switch (chance.nextInt(6)) {
            case 0 -> number(chance);
            case 1 -> day(chance);
            default -> TEXTS.get(chance.nextInt(TEXTS.size()));
        };
    }

    /** For an address: encoded as it should be, or as it should not. */
    static String encoded(Random chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> one(chance, "%ff", "%c0%af", "%ed%a0%80", "%e0%80", "%f8%88%80%80%80", "%fe%fe%ff%ff");
            case 1 -> one(chance, "%", "%z", "%zz", "%2", "%u0041", "%00%00");
            case 2 ->
                one(
                        chance,
                        "%2e%2e",
                        "%2f",
                        "%5c",
                        "%3b",
                        "..%2f..",
                        "%252e%252e",
                        "{x}",
                        "a%0d%0aX-Evil:%201",
                        "|",
                        "^",
                        "`");
            default -> encode(text(chance));
        };
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @SafeVarargs
    static <T> T one(Random chance, T... values) {
        return values[chance.nextInt(values.length)];
    }
}
