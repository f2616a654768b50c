package eu.mieux.local;

import eu.mieux.local.identity.Claims;
import eu.mieux.local.identity.Tokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a bearer token. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a bearer token for the API, signed by the suite's identity provider; good for eight hours (with Keycloak as long as its realm says).",
            "Without options it is that of the demo person with this role, or of a demo machine. With several roles or with options it is for whomever you like; Keycloak gives none of these.",
            "For instance:",
            "  curl -H \"Authorization: Bearer $(./mieux token officer --region ASIA)\" \\",
            "    http://localhost:8080/api/v1/requests"
        })
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private SuiteOption option;

    @Parameters(
            paramLabel = "ROLE",
            arity = "1..*",
            description =
                    "partner, steering-member, eu-delegation, ms-focal-point, officer, manager, emm, logistics, monitoring, knowledge, communications, expert, auditor or client.")
    private List<String> roles;

    @Option(names = "--region", paramLabel = "R", description = "A region where the role holds; may be repeated.")
    private List<String> regions = List.of();

    @Option(names = "--country", paramLabel = "C", description = "A country where it holds; may be repeated.")
    private List<String> countries = List.of();

    @Option(names = "--institution", paramLabel = "I", description = "The institution that the bearer speaks for.")
    private @Nullable String institution;

    @Option(names = "--authority", paramLabel = "A", description = "Key of the authority that the bearer speaks for.")
    private @Nullable String authority;

    @Option(names = "--expert", paramLabel = "E", description = "Key of the expert that the bearer is.")
    private @Nullable String expert;

    @Option(names = "--subject", paramLabel = "S", description = "Who the bearer is; the role unless told otherwise.")
    private @Nullable String subject;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String role : roles) {
            if (!Claims.ROLES.contains(role)) {
                throw new Refusal(
                        "There is no role \"%s\". There are: %s.".formatted(role, String.join(", ", Claims.ROLES)));
            }
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            Tokens tokens = new Tokens(client, option.suite().issuer());
            Console.standard().say(bare() ? tokens.of(roles.getFirst()) : tokens.issue(claims()));
        }
        return 0;
    }

    /** One role, and nothing said of where it holds. */
    private boolean bare() {
        return roles.size() == 1
                && regions.isEmpty()
                && countries.isEmpty()
                && institution == null
                && authority == null
                && expert == null
                && subject == null;
    }

    private Claims claims() {
        Claims claims = Claims.of(roles.getFirst())
                .with("roles", roles)
                .with("regions", regions)
                .with("countries", countries);
        claims = with(claims, "institution", institution);
        claims = with(claims, "authority", authority);
        claims = with(claims, "expert", expert);
        return with(claims, "sub", subject);
    }

    private static Claims with(Claims claims, String name, @Nullable String value) {
        return value == null ? claims : claims.with(name, (Object) value);
    }
}
