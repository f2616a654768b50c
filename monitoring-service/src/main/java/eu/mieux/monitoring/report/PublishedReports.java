package eu.mieux.monitoring.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.monitoring.figure.FigureValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All published reports. */
@ApplicationScoped
public class PublishedReports {

    private final EntityManager entities;
    private final ObjectMapper json;

    PublishedReports(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Transactional
    public Optional<PublishedReport> find(int year) {
        List<?> found = entities.createNativeQuery(
                        "select published_at, cast(figures as text) from annual_report where year = :year")
                .setParameter("year", year)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new PublishedReport(year, (Instant) row[0], read((String) row[1])))
                .findFirst();
    }

    /** False when the year is published already. */
    @Transactional
    boolean add(PublishedReport report, String by) {
        return entities.createNativeQuery("""
                                insert into annual_report (year, published_at, published_by, figures)
                                values (:year, :at, :by, cast(:figures as json)) on conflict do nothing""")
                        .setParameter("year", report.year())
                        .setParameter("at", report.publishedAt())
                        .setParameter("by", by)
                        .setParameter("figures", write(report.figures()))
                        .executeUpdate()
                == 1;
    }

    private String write(List<?> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Figures are not JSON", e);
        }
    }

    private List<FigureValue> read(String figures) {
        try {
            return json.readValue(figures, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A published report cannot be read", e);
        }
    }
}
