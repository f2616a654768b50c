package eu.mieux.chassis.testing.nonsense;

import java.util.Random;

/** What can be wrong with a file of comma-separated values. */
final class Rows {

    private Rows() {}

    /** With one of its cells made something else. */
    static Call amiss(Call call, Random chance) {
        String[] lines = call.body().toString().split("\n", -1);
        int line = chance.nextInt(lines.length);
        String[] cells = lines[line].split(",", -1);
        String value = Nasty.text(chance);
        cells[chance.nextInt(cells.length)] =
                chance.nextBoolean() ? value : "\"" + value.replace("\"", chance.nextBoolean() ? "\"\"" : "\"") + "\"";
        lines[line] = String.join(",", cells);
        return call.withBody(String.join("\n", lines));
    }
}
