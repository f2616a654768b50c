package eu.mieux.preimplementation.request;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who sits in the steering group today, by the code list {@code steering-institutions}. */
@ApplicationScoped
public class SteeringInstitutions {

    private final CodeLists codes;
    private final FacilityCalendar calendar;

    SteeringInstitutions(CodeLists codes, FacilityCalendar calendar) {
        this.codes = codes;
        this.calendar = calendar;
    }

    public Set<String> today() {
        return codes.list("steering-institutions").on(calendar.today()).stream()
                .map(Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
