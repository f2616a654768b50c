package eu.mieux.preimplementation.fiche;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is unusual about a fiche without being wrong.
 *
 * @param pointer the part of the fiche, by JSON pointer
 * @param detail what is unusual about it
 */
@Schema(name = "FicheWarning")
record FicheWarning(String pointer, String detail) {

    /** Six or seven Activities are normal (design, The domain, Action Fiche). */
    private static final int FEWEST = 6;

    private static final int MOST = 7;

    static List<FicheWarning> of(FicheContent content) {
        List<FicheWarning> warnings = new ArrayList<>();
        int planned = content.activities().size();
        if (planned < FEWEST || planned > MOST) {
            warnings.add(new FicheWarning(
                    "/activities", "%d Activities are planned; %d or %d are normal.".formatted(planned, FEWEST, MOST)));
        }
        return warnings;
    }
}
