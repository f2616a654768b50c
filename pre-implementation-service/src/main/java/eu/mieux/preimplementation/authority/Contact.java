package eu.mieux.preimplementation.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A focal point: a person at an authority whom one writes to. Never in events. */
@Embeddable
record Contact(
        String name,
        @Nullable String function,
        @Nullable String email,
        @Nullable String phone,

        @Column(columnDefinition = "text[]") List<String> languages) {}
