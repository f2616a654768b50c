package eu.mieux.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final String SHOE = "/api/v1/shoes/1";

    @Property(tries = 200)
    void a_claim_opens_what_has_its_value_to_the_letter_and_nothing_else(
            @ForAll @NotEmpty String value, @ForAll String other) {
        Listener packer = new Listener(Set.of("packer"), Map.of("articles", List.of(value)), Set.of());
        assertThat(packer.hears(SHOE, List.of("packer:articles=" + value))).isTrue();
        assertThat(packer.hears(SHOE, List.of("packer:articles=" + other))).isEqualTo(other.equals(value));
        assertThat(packer.hears(SHOE, List.of("seller:articles=" + value))).isFalse();
        assertThat(packer.hears(SHOE, List.of("packer:shelves=" + value))).isFalse();
    }

    @Test
    void a_role_without_a_claim_is_enough_where_none_is_asked_for() {
        Listener manager = new Listener(Set.of("manager"), Map.of(), Set.of());
        assertThat(manager.hears(SHOE, List.of("packer:articles=boot", "manager:*")))
                .isTrue();
        assertThat(manager.hears(SHOE, List.of("packer:articles=boot"))).isFalse();
        assertThat(manager.hears(SHOE, List.of())).isFalse();
    }

    @Test
    void what_is_open_to_everybody_is_heard_without_any_role() {
        assertThat(new Listener(Set.of(), Map.of(), Set.of()).hears(SHOE, List.of("everybody:*")))
                .isTrue();
    }

    @Test
    void a_machine_hears_of_what_its_scopes_let_it_read() {
        List<String> audience = List.of("client:*");
        assertThat(machine("shoes:read").hears(SHOE, audience)).isTrue();
        assertThat(machine("shoes:write").hears(SHOE, audience)).isFalse();
        assertThat(machine("socks:read").hears(SHOE, audience)).isFalse();
    }

    @Test
    void who_is_barred_by_a_role_hears_by_her_others_only() {
        List<String> audience = List.of("!packer:articles=boot", "packer:*", "seller:*");
        assertThat(packer("boot", "packer").hears(SHOE, audience)).isFalse();
        assertThat(packer("sandal", "packer").hears(SHOE, audience)).isTrue();
        assertThat(packer("boot", "packer", "seller").hears(SHOE, audience)).isTrue();
        assertThat(packer("boot", "buyer").hears(SHOE, audience)).isFalse();
    }

    private static Listener packer(String article, String... roles) {
        return new Listener(Set.of(roles), Map.of("articles", List.of(article)), Set.of());
    }

    private static Listener machine(String scope) {
        return new Listener(Set.of("client"), Map.of(), Set.of(scope));
    }
}
