package eu.mieux.preimplementation.request;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the facility's regions countries belong to. */
@ApplicationScoped
class Regions {

    private final CodeLists codes;

    Regions(CodeLists codes) {
        this.codes = codes;
    }

    List<String> of(List<String> countries) {
        return each(countries).distinct().sorted().toList();
    }

    /** The region of most of these countries; empty when two share the first place, or none has a region. */
    Optional<String> main(List<String> countries) {
        Map<String, Long> counts =
                each(countries).collect(Collectors.groupingBy(region -> region, Collectors.counting()));
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        List<String> first = counts.keySet().stream()
                .filter(region -> Long.valueOf(most).equals(counts.get(region)))
                .toList();
        return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }

    /**
     * To which an Action in these countries may belong: to theirs, where they lie in several also to what the facility calls
     * interregional, and to any where they lie in none.
     */
    List<String> possible(List<String> countries) {
        List<String> theirs = of(countries);
        return codes.list("regions").rows().stream()
                .filter(region -> theirs.isEmpty()
                        || theirs.contains(region.code())
                        || (theirs.size() > 1 && region.is("interregional")))
                .map(Code::code)
                .distinct()
                .toList();
    }

    private Stream<String> each(List<String> countries) {
        return countries.stream()
                .flatMap(country -> codes.list("countries").find(country).stream())
                .flatMap(country -> country.attribute("region").stream());
    }
}
