package eu.mieux.chassis.testing.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Violates: entities stay inside. */
@Entity
public class PublicEntity {

    @Id
    private long id;

    long id() {
        return id;
    }
}
