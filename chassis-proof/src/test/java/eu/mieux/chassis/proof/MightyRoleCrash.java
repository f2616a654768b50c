package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MightyRoleCrash {

    private static final String OWNER = Premises.environment().get("MIEUX_DATABASE_OWNER");

    @Test
    void as_the_role_that_migrates_the_shop_does_not_serve_and_nothing_is_migrated() throws Exception {
        assertThat(refused(Map.of())).contains("MIEUX_DATABASE_USER and MIEUX_DATABASE_OWNER are both " + OWNER);
    }

    @Test
    void as_the_owner_of_the_tables_the_shop_does_not_serve_whoever_migrates() throws Exception {
        ShopProcess.start().close();
        assertThat(refused(Map.of("MIEUX_DATABASE_OWNER", "another", "QUARKUS_FLYWAY_MIGRATE_AT_START", "false")))
                .contains("MIEUX_DATABASE_USER is " + OWNER);
    }

    private static String refused(Map<String, String> besides) throws Exception {
        Map<String, String> mighty = new HashMap<>(Map.of(
                "MIEUX_DATABASE_USER",
                OWNER,
                "MIEUX_DATABASE_PASSWORD",
                Premises.environment().get("MIEUX_DATABASE_OWNER_PASSWORD")));
        mighty.putAll(besides);
        try (ShopProcess shop = ShopProcess.launch(mighty)) {
            assertThat(shop.awaitEnd()).isEqualTo(1);
            return shop.said();
        }
    }

    @Test
    void what_the_serving_role_puts_beside_the_tables_is_not_looked_at_by_their_owner() {
        Books books = Premises.books();
        ShopProcess.start().close();
        books.execute("create schema service_owner");
        try {
            books.execute(
                    "create table service_owner.flyway_schema_history (like public.flyway_schema_history including all)");
            books.execute("grant all on schema service_owner to public");
            books.execute("grant all on service_owner.flyway_schema_history to public");
            try (ShopProcess shop = ShopProcess.start()) {
                assertThat(shop.isReady()).isTrue();
            }
            assertThat(books.number("select count(*) from service_owner.flyway_schema_history"))
                    .isZero();
        } finally {
            books.execute("drop schema service_owner cascade");
        }
    }
}
