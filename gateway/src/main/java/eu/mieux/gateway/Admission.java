package eu.mieux.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and whether they have asked too often. Whoever has a good token is counted by its subject, all others by their
 * address; a token that is not known yet counts there until it is found good, so that bad ones cannot be tried without end.
 */
final class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final String SCHEME = "Bearer ";

    /** In characters. */
    private static final int LONGEST_TOKEN = 8 * 1024;

    private final Tokens tokens;
    private final Allowance ofPrincipals;
    private final Allowance ofAddresses;

    Admission(Vertx vertx, Settings settings, Clock clock) {
        this.tokens = new Tokens(vertx, settings.identity(), clock);
        this.ofPrincipals = new Allowance("principal", settings.rates().principal());
        this.ofAddresses = new Allowance("address", settings.rates().address());
    }

    /** For what the gateway itself shows to everyone: a token is not looked at. */
    void admitAnyone(HttpServerRequest request, Runnable welcome) {
        decide(ofAddresses.take(Proxies.networkOf(request), request.response()), request, welcome);
    }

    /** For the services: without a token as nobody, with a bad one not at all. */
    void admit(HttpServerRequest request, Runnable welcome) {
        List<String> given = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            admitAnyone(request, welcome);
            return;
        }
        String token = tokenOf(given);
        Principal known = token == null ? null : tokens.remembered(token);
        if (known != null) {
            decide(ofPrincipals.take(known.subject(), request.response()), request, welcome);
            return;
        }
        admitAnyone(request, () -> {
            if (token == null) {
                Problem.badToken("The Authorization header must be one \"Bearer\" and a token of at most 8 KiB.")
                        .send(request);
            } else {
                verify(token, request, welcome);
            }
        });
    }

    private void verify(String token, HttpServerRequest request, Runnable welcome) {
        request.pause();
        tokens.verify(token)
                .onSuccess(whose -> {
                    ofAddresses.giveBack(Proxies.networkOf(request));
                    decide(ofPrincipals.take(whose.subject(), request.response()), request, welcome);
                })
                .onFailure(failure -> decide(problem(failure), request, welcome));
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.problem();
        }
        LOG.error("A token could not be verified", failure);
        return Problem.failed();
    }

    private static void decide(@Nullable Problem problem, HttpServerRequest request, Runnable welcome) {
        if (problem == null) {
            welcome.run();
        } else if (!request.response().closed()) {
            problem.send(request);
        }
    }

    private static @Nullable String tokenOf(List<String> given) {
        String one = given.size() == 1 ? given.getFirst() : "";
        boolean bearer = one.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String token = bearer ? one.substring(SCHEME.length()).strip() : "";
        return token.isEmpty() || token.length() > LONGEST_TOKEN ? null : token;
    }
}
