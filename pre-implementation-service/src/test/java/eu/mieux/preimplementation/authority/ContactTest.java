package eu.mieux.preimplementation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void who_would_speak_more_languages_than_an_answer_holds_is_kept_twice() {
        List<String> most = IntStream.range(0, Contact.MOST_LANGUAGES)
                .mapToObj(language -> "q" + (char) ('a' + language))
                .toList();
        assertThat(speaking(most).completedBy(speaking(List.of("en")))).isEmpty();
        assertThat(speaking(most).completedBy(speaking(most.subList(3, 5)))).contains(speaking(most));
    }

    @Test
    void a_name_that_is_written_out_or_spelt_otherwise_at_the_same_address_is_of_the_same_person() {
        Contact short_ = new Contact("Ana Evora", null, "ana@example.org", "+238 260 0002", List.of("pt"));
        Contact whole = new Contact("ÉVORA, Ana Maria", "Director", "Ana@Example.org", null, List.of());
        assertThat(short_.completedBy(whole))
                .contains(
                        new Contact("ÉVORA, Ana Maria", "Director", "ana@example.org", "+238 260 0002", List.of("pt")));
        assertThat(whole.completedBy(short_)).map(Contact::name).contains("ÉVORA, Ana Maria");
        assertThat(short_.completedBy(new Contact("Rui Evora", null, "ana@example.org", null, List.of())))
                .isEmpty();
    }

    @Test
    void people_without_an_address_are_not_taken_for_one() {
        Contact eva = new Contact("Eva", null, null, "+238 260 0004", List.of());
        assertThat(eva.completedBy(new Contact("Eva", "Clerk", null, null, List.of())))
                .isEmpty();
    }

    private static Contact speaking(List<String> languages) {
        return new Contact("Dilma", null, "dilma@example.org", null, languages);
    }
}
