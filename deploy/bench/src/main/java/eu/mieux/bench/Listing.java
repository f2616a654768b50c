package eu.mieux.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Listing 20 requests, directly at the service and through the gateway, against the same SQL. */
final class Listing {

    private static final double AIM = 0.30;
    private static final String PATH = "/api/v1/requests";

    private final Settings settings;
    private final Suite suite;

    Listing(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    List<Row> measure() throws IOException, InterruptedException {
        Wrk wrk = Wrk.of("list.lua", Map.of("BENCH_TOKEN", suite.token("manager")));
        Pgbench pgbench = Pgbench.of("list.sql", suite.postgres("pre_implementation"));
        String direct = suite.preImplementation() + PATH;
        String throughGateway = suite.gateway() + PATH;
        wrk.rate(direct, Settings.CLIENTS, settings.warmUp());
        wrk.rate(throughGateway, Settings.CLIENTS, settings.warmUp());
        pgbench.rate(Settings.CLIENTS, 1);
        List<Double> atService = new ArrayList<>();
        List<Double> atGateway = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        for (int i = 0; i < settings.repetitions(); i++) {
            atService.add(wrk.rate(direct, Settings.CLIENTS, settings.seconds()));
            references.add(pgbench.rate(Settings.CLIENTS, settings.seconds()));
            atGateway.add(wrk.rate(throughGateway, Settings.CLIENTS, settings.seconds()));
        }
        String reference = "the same select by pgbench";
        return List.of(
                new Row.Title("Listing 20 requests, at the service", "/s", reference)
                        .moreIsBetter(atService, references)
                        .ratioAtLeast(AIM),
                new Row.Title("Listing 20 requests, through the gateway", "/s", reference)
                        .moreIsBetter(atGateway, references)
                        .ratioAtLeast(AIM));
    }
}
