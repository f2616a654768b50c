package eu.mieux.monitoring.fact;

import eu.mieux.chassis.codelist.CodeList;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Learns the facts that figures are computed from out of the events of the whole suite, this service's own included. */
@ApplicationScoped
class FactProjection implements Projection {

    private final CodeList airports;

    FactProjection(CodeLists codes) {
        this.airports = codes.list("airports");
    }

    @Override
    public Set<String> follows() {
        return FactLearning.TYPES;
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        if (aggregateType.equals("travel-leg")) {
            events.forEach(this::refuseUnknownAirports);
        }
        List<FactLearning.Told> told = events.stream()
                .map(event -> new FactLearning.Told(event.aggregateId(), event.version(), event.time(), event.state()))
                .toList();
        FactLearning.keepWhatCompactionForgot(aggregateType, told, connection);
        FactLearning.learn(aggregateType, told, connection);
    }

    /** A leg without a length would make every travel figure wrong: it is parked until the code list knows the airport. */
    private void refuseUnknownAirports(ReceivedEvent leg) {
        for (String end : List.of("fromIata", "toIata")) {
            String iata = leg.state().path(end).asText();
            if (!airports.contains(iata)) {
                throw new IllegalArgumentException("%s of travel leg %s is %s, which is no airport of the code list."
                        .formatted(end, leg.aggregateId(), iata));
            }
        }
    }
}
