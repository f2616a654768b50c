package eu.mieux.preimplementation.request;

import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which of the facility's regions countries belong to. */
@ApplicationScoped
class Regions {

    private final CodeLists codes;

    Regions(CodeLists codes) {
        this.codes = codes;
    }

    List<String> of(List<String> countries) {
        return countries.stream()
                .flatMap(country -> codes.list("countries").find(country).stream())
                .flatMap(country -> country.attribute("region").stream())
                .distinct()
                .sorted()
                .toList();
    }
}
