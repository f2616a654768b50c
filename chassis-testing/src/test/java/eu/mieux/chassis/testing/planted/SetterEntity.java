package eu.mieux.chassis.testing.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Violates: entities have no setters. */
@Entity
class SetterEntity {

    @Id
    private long id;

    void setId(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }
}
