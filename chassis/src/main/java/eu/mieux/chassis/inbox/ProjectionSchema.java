package eu.mieux.chassis.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.flywaydb.core.Flyway;

/** Brings a generation of the projections' schema up to date: {@code db/chassis-projection}, then the service's {@code db/projection}. */
@ApplicationScoped
class ProjectionSchema {

    private final AgroalDataSource database;
    private final Applying applying;

    ProjectionSchema(AgroalDataSource database, Applying applying) {
        this.database = database;
        this.applying = applying;
    }

    /** Before the first look by the clock, which reads projections. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        if (!applying.projected().isEmpty()) {
            migrate(Applying.Generation.LIVE);
        }
    }

    void migrate(Applying.Generation generation) {
        Flyway.configure()
                .dataSource(database)
                .schemas(generation.schema())
                .locations("db/chassis-projection", "db/projection")
                .load()
                .migrate();
    }
}
