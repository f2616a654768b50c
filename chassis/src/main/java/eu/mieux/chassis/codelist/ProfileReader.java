package eu.mieux.chassis.codelist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a profile folder: {@code facility.properties} and one CSV file per code list. */
final class ProfileReader {

    private static final String CSV = ".csv";

    private final Path folder;

    ProfileReader(Path folder) {
        this.folder = folder;
    }

    CodeLists.Profile read() {
        Path properties = folder.resolve(FacilityFile.NAME);
        if (!Files.isRegularFile(properties)) {
            throw new FacilityMalformed(
                    folder.toAbsolutePath().normalize().toString(),
                    "there is no %s in this folder; set MIEUX_FACILITY to the folder of a profile."
                            .formatted(FacilityFile.NAME));
        }
        try {
            FacilityFile facility = FacilityFile.read(properties);
            List<Table> tables = new ArrayList<>();
            for (Path file : csvFiles()) {
                tables.add(Table.read(file));
            }
            Map<String, CodeList> lists = lists(tables, facility);
            return new CodeLists.Profile(facility.facility(), lists, fingerprint(properties));
        } catch (IOException e) {
            throw new UncheckedIOException("The facility profile in %s cannot be read.".formatted(folder), e);
        }
    }

    private static Map<String, CodeList> lists(List<Table> tables, FacilityFile facility) {
        References references = new References(facility, tables);
        Map<String, CodeList> lists = new TreeMap<>();
        // Lists of pairs take their labels from the lists they pair, so they come last.
        for (Table table : tables) {
            if (!table.isOfPairs()) {
                lists.put(table.list(), new CodeRows(table, facility.facility()).read());
            }
        }
        for (Table table : tables) {
            if (table.isOfPairs()) {
                lists.put(table.list(), new PairRows(table, references, lists).read());
            }
        }
        references.check(lists);
        return Collections.unmodifiableMap(lists);
    }

    private List<Path> csvFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(CSV))
                    .sorted()
                    .toList();
        }
    }

    private String fingerprint(Path properties) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(properties));
            for (Path file : csvFiles()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
