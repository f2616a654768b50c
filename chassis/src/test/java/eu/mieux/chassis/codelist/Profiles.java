package eu.mieux.chassis.codelist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Profiles to test with: a small shop that has nothing to do with the facility, and the facility's real one. */
final class Profiles {

    static final String SHOP_PROPERTIES = """
            # A shop that sells shoes.
            name=Shoes
            zone=America/Lima
            languages=es,en
            reference.sizes.kind=kinds
            reference.kind-tariffs.kind=kinds
            reference.kind-tariffs.tariff=tariffs
            """;

    private static final String KINDS = """
            code,valid_from,valid_to,label_es,label_en
            BOOT,,,Bota,Boot
            SANDAL,2020-01-01,,Sandalia,Sandal
            """;
    private static final String SIZES = """
            code,valid_from,valid_to,label,kind
            B-42,,,42,BOOT
            S-38,,,38,SANDAL
            """;
    private static final String TARIFFS = """
            code,valid_from,valid_to,label_es,label_en,percent
            VAT,,2019-12-31,IVA,VAT,18
            VAT,2020-01-01,,IVA general,General VAT,19.5
            """;
    private static final String KIND_TARIFFS = """
            kind,tariff,valid_from,valid_to,source
            BOOT,VAT,2010-01-01,2019-12-31,Law 1
            BOOT,VAT,2020-01-01,,Law 2
            """;

    private Profiles() {}

    static Path shop(Path folder) {
        write(folder, "facility.properties", SHOP_PROPERTIES);
        write(folder, "kinds.csv", KINDS);
        write(folder, "sizes.csv", SIZES);
        write(folder, "tariffs.csv", TARIFFS);
        write(folder, "kind-tariffs.csv", KIND_TARIFFS);
        return folder;
    }

    static void write(Path folder, String file, String content) {
        write(folder, file, content.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path folder, String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile that the suite ships. */
    static CodeLists facility() {
        return CodeLists.of(Path.of(System.getProperty("mieux.root", ".."), "deploy", "facility", "mieux"));
    }
}
