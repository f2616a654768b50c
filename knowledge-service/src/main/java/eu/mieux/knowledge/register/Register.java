package eu.mieux.knowledge.register;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What other services' Actions and deliverables are known by here. A deliverable is found by the labels of its Action too;
 * the two come on different topics, in any order, so either refreshes what the deliverable is found by.
 */
@ApplicationScoped
class Register implements Projection {

    private static final String UPSERT_ACTION = """
            insert into known_action (id, code, region, countries, themes, labels) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set code = excluded.code, region = excluded.region,
                countries = excluded.countries, themes = excluded.themes, labels = excluded.labels""";
    private static final String UPSERT_DELIVERABLE = """
            insert into known_deliverable (id, action_code, title, type, languages, status, handed_over_on, labels)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set action_code = excluded.action_code, title = excluded.title,
                type = excluded.type, languages = excluded.languages, status = excluded.status,
                handed_over_on = excluded.handed_over_on, labels = excluded.labels""";
    private static final String REFRESH = """
            update known_deliverable d
            set content = search_content(d.title, null, f.labels), vector = search_vector(d.title, null, f.labels, null)
            from (select of.id, concat_ws(' ', of.labels, max(a.labels)) as labels
                  from known_deliverable of left join known_action a on a.code = of.action_code
                  where of.action_code = any(?) group by of.id) f
            where d.id = f.id""";

    private final CodeLists codes;

    Register(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> follows() {
        return Set.of("action", "deliverable");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        Set<String> actionCodes = new TreeSet<>();
        boolean action = aggregateType.equals("action");
        try (PreparedStatement upsert = connection.prepareStatement(action ? UPSERT_ACTION : UPSERT_DELIVERABLE)) {
            for (ReceivedEvent event : events) {
                upsert.setObject(1, event.aggregateId());
                actionCodes.add(action ? action(event.state(), upsert) : deliverable(event.state(), upsert));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        try (PreparedStatement refresh = connection.prepareStatement(REFRESH)) {
            refresh.setArray(1, connection.createArrayOf("text", actionCodes.toArray()));
            refresh.executeUpdate();
        }
    }

    private String action(JsonNode state, PreparedStatement upsert) throws SQLException {
        String code = state.required("code").asText();
        List<String> countries = texts(state.required("countries"));
        List<String> themes = texts(state.required("themes"));
        String name = state.required("name").asText();
        upsert.setString(2, code);
        upsert.setString(3, text(state.get("region")));
        upsert.setArray(4, array(upsert, countries));
        upsert.setArray(5, array(upsert, themes));
        upsert.setString(
                6,
                Stream.of(
                                List.of(code, name),
                                Labels.of(codes, "countries", countries),
                                Labels.of(codes, "themes", themes))
                        .flatMap(List::stream)
                        .collect(Labels.TOGETHER));
        return code;
    }

    private String deliverable(JsonNode state, PreparedStatement upsert) throws SQLException {
        String actionCode = state.required("actionCode").asText();
        String type = state.required("type").asText();
        String handedOverOn = text(state.get("handedOverOn"));
        upsert.setString(2, actionCode);
        upsert.setString(3, state.required("title").asText());
        upsert.setString(4, type);
        upsert.setArray(5, array(upsert, texts(state.required("languages"))));
        upsert.setString(6, state.required("status").asText());
        upsert.setDate(7, handedOverOn == null ? null : Date.valueOf(LocalDate.parse(handedOverOn)));
        upsert.setString(
                8, Labels.of(codes, "deliverable-types", List.of(type)).stream().collect(Labels.TOGETHER));
        return actionCode;
    }

    private static java.sql.Array array(PreparedStatement statement, List<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.asText();
    }
}
