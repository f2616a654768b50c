package eu.mieux.knowledge.register;

import eu.mieux.chassis.codelist.CodeList;
import eu.mieux.chassis.codelist.CodeLists;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The words for codes in every language of the facility, so that what is coded KZ is found by Kazajistán. */
public final class Labels {

    public static final Collector<CharSequence, ?, String> TOGETHER = Collectors.joining(" ");

    private Labels() {}

    public static List<String> of(CodeLists codes, String list, Collection<String> values) {
        CodeList known = codes.list(list);
        return values.stream()
                .flatMap(value -> known.find(value).stream())
                .flatMap(code -> code.labels().values().stream())
                .distinct()
                .toList();
    }
}
