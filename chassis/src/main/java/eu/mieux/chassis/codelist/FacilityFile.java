package eu.mieux.chassis.codelist;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code facility.properties}: {@code key=value} lines in UTF-8, {@code #} for comments. {@link java.util.Properties}
 * forgets line numbers, which an operator needs to mend the file.
 */
final class FacilityFile {

    static final String NAME = "facility.properties";

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private int length;

    private FacilityFile() {}

    static FacilityFile read(Path path) throws IOException {
        FacilityFile file = new FacilityFile();
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                file.length++;
                file.accept(line.strip());
            }
        } catch (MalformedInputException e) {
            throw FacilityMalformed.at(NAME, file.length + 1L, "this is not UTF-8.");
        }
        return file;
    }

    private void accept(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw FacilityMalformed.at(NAME, length, "\"%s\" is not of the form key=value.".formatted(line));
        }
        String key = line.substring(0, equals).strip();
        if (values.put(key, line.substring(equals + 1).strip()) != null) {
            throw FacilityMalformed.at(NAME, length, "%s is said twice.".formatted(key));
        }
        lines.put(key, length);
    }

    Facility facility() {
        return new Facility(required("name"), zone(), languages(), Collections.unmodifiableMap(values));
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    FacilityMalformed malformed(String key, String what) {
        return FacilityMalformed.at(NAME, lines.getOrDefault(key, length), "%s: %s".formatted(key, what));
    }

    private String required(String key) {
        String value = values.get(key);
        if (value == null || value.isEmpty()) {
            throw malformed(key, "is missing.");
        }
        return value;
    }

    private ZoneId zone() {
        String zone = required("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw malformed("zone", "\"%s\" is no time zone; write one like Europe/Brussels.".formatted(zone));
        }
    }

    private List<Locale> languages() {
        List<Locale> languages = new ArrayList<>();
        for (String language : required("languages").split(",", -1)) {
            String code = language.strip();
            if (!LANGUAGES.contains(code)) {
                throw malformed("languages", "\"%s\" is no ISO 639-1 code; write a list like en,fr.".formatted(code));
            }
            languages.add(Locale.of(code));
        }
        return List.copyOf(languages);
    }
}
