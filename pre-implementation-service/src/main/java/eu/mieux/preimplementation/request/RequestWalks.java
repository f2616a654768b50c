package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.identity.Walk;
import eu.mieux.chassis.identity.Walk.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The indexes on which a page of requests is looked for (docs/decisions/0025). The requests of a country, a region, an authority or a theme lie
 * in each order in {@code request_entry}, those with a status or of a year in that of the requests.
 */
final class RequestWalks {

    /** So many, that whatever at least one row in a hundred has is found among them. */
    private static final int FAR = 2_000;

    private static final Start STATUS = new Start("r.status", ":status");
    private static final Start YEAR = new Start("extract(year from r.submitted_on)", "cast(:year as numeric)");

    private static final Map<String, String> ENTRIES =
            Map.of("authority", "authority=", "countries", "country=", "regions", "region=");

    private final Requests.Filter filter;
    private final Sight sight;
    private final Order<?> order;

    private RequestWalks(Requests.Filter filter, Sight sight, Order<?> order) {
        this.filter = filter;
        this.sight = sight;
        this.order = order;
    }

    /** None where the plain select is read from an index anyhow. */
    static List<Walk> of(Requests.Filter filter, Sight sight, Order<?> order) {
        RequestWalks walks = new RequestWalks(filter, sight, order);
        return walks.narrowings() == 0 ? List.of() : walks.all();
    }

    private long narrowings() {
        return Stream.of(filter.status(), filter.country(), filter.authority(), filter.theme(), filter.year())
                        .filter(Objects::nonNull)
                        .count()
                + (sight.parameters().isEmpty() ? 0 : 1);
    }

    /** What is likely to be the rarest comes first. */
    private List<Walk> all() {
        List<Walk> walks = new ArrayList<>();
        entry().ifPresent(walks::add);
        if (filter.status() != null) {
            walks.add(along(List.of(STATUS)));
        }
        if (filter.year() != null) {
            walks.add(along(List.of(YEAR)));
        }
        if (walks.isEmpty()) {
            walks.add(along(List.of()));
        }
        return walks;
    }

    private Walk along(List<Start> start) {
        boolean isWhole = !start.isEmpty() && narrowings() == 1 && sight.isEverything();
        return new Walk("request r", "r.id", start, Map.of(), FAR, isWhole);
    }

    private Optional<Walk> entry() {
        if (filter.authority() != null) {
            return Optional.of(entries("'authority=' || " + Requests.AUTHORITY, Map.of()));
        }
        if (filter.country() != null) {
            return Optional.of(entries("'country=' || cast(:country as text)", Map.of()));
        }
        if (filter.theme() != null) {
            return Optional.of(entries("'theme=' || cast(:theme as text)", Map.of()));
        }
        return sight.soleClaim()
                .filter(held -> ENTRIES.containsKey(held.claim()))
                .map(held -> entries(":entry", Map.of("entry", ENTRIES.get(held.claim()) + held.value())));
    }

    private Walk entries(String value, Map<String, Object> parameters) {
        List<Start> start = new ArrayList<>(List.of(new Start("r.value", value)));
        if (filter.status() != null && order.isById()) {
            start.add(STATUS);
        }
        return new Walk("request_entry r", "r.request_id", start, parameters, FAR, isOfTheseAlone());
    }

    /** Whether the list is narrowed to one country, region, authority or theme, and perhaps to a status, and to nothing else. */
    private boolean isOfTheseAlone() {
        long filtered = Stream.of(filter.country(), filter.authority(), filter.theme())
                .filter(Objects::nonNull)
                .count();
        boolean isSeen = sight.isEverything() || (filtered == 0 && !sight.sql().contains(" and "));
        boolean isEntered = filter.status() == null || order.isById();
        return isSeen && filtered <= 1 && isEntered && filter.year() == null;
    }
}
