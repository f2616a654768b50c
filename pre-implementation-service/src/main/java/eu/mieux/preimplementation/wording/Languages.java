package eu.mieux.preimplementation.wording;

import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language a reader is answered in. */
@ApplicationScoped
public class Languages {

    /** What Accept-Language means where sentences are answered. */
    public static final String WANTED = "In which language sentences are wanted: en, fr or es; en where it is another";

    private final CodeLists codes;

    Languages(CodeLists codes) {
        this.codes = codes;
    }

    /** The facility's language that suits her best; its first one where none does, or she does not say. */
    public Language accepted(@Nullable String acceptLanguage) {
        return new Language(codes, codes.facility().language(acceptLanguage));
    }

    /** That of problems, whoever reads them. */
    public Language ofProblems() {
        return new Language(codes, Locale.ENGLISH);
    }
}
