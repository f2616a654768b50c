package eu.mieux.implementation;

import eu.mieux.chassis.testing.RealSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealSuite.class, restrictToAnnotatedClass = true)
class BulkProbe {
    @Test
    void probe() {
        try (Elsewhere e = new Elsewhere()) {
            e.request("2030-01", List.of("a"));
        }
        Csv.imported(
                "actions",
                "code,name,objective,region,countries,regional_organisation,pillar,themes,officer,launched_on,completed_on,status,provenance\n2030-01,A,,ASIA,MN,,,,,,,ONGOING,\n",
                "all-or-nothing");
        for (int size : new int[] {20_000, 20_000, 100_000}) {
            StringBuilder text = new StringBuilder(
                    "action_code,number,type,title,modality,starts_on,ends_on,country,city,beneficiary_countries,status,participants_female,participants_male,participants_other,provenance\n");
            for (int i = 1; i <= size; i++) {
                text.append("2030-01," + i + ",WORKSHOP,Workshop number " + i
                        + ",ON_SITE,2030-02-03,2030-02-05,MN,Ulaanbaatar,MN;KZ,DELIVERED,10,12,0,illustrative\n");
            }
            String body = text.toString();
            text.setLength(0);
            Runtime r = Runtime.getRuntime();
            System.gc();
            long before = r.totalMemory() - r.freeMemory();
            JsonPath op = Csv.imported("activities", body, "all-or-nothing");
            System.gc();
            System.out.println("PROBE " + size + " " + op.getString("startedAt") + " " + op.getString("finishedAt")
                    + " created " + op.getInt("created") + " unchanged " + op.getInt("unchanged") + " heap before "
                    + before / 1_000_000 + " after " + (r.totalMemory() - r.freeMemory()) / 1_000_000 + " MB");
            long t = System.nanoTime();
            String out = Csv.exported("activities");
            System.out.println("PROBE export " + (System.nanoTime() - t) / 1_000_000 + " ms same " + out.equals(body));
        }
    }
}
