package eu.mieux.chassis.codelist;

import java.util.List;

/**
 * What there is to know about a code list before reading it.
 *
 * @param rows how many, over all dates
 * @param attributes the names of its attributes
 */
record CodeListView(String name, int rows, List<String> attributes) {

    static CodeListView of(CodeList list) {
        return new CodeListView(list.name(), list.rows().size(), list.columns());
    }
}
