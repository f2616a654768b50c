package eu.mieux.preimplementation.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of a list, no list and an empty one say the same; kept is the empty one, so that saving either again changes nothing. */
final class Given {

    private Given() {}

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
