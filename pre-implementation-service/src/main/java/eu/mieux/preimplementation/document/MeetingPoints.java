package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.eligibility.Finding;
import eu.mieux.preimplementation.meeting.MeetingsInSight.Item;
import eu.mieux.preimplementation.request.AgendaRequests.Brief;
import eu.mieux.preimplementation.request.AgendaRequests.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The points of an agenda, with what the steering group should know of each; and of the minutes, what it said. */
final class MeetingPoints {

    private final List<Item> items;
    private final Words words;

    MeetingPoints(List<Item> items, Words words) {
        this.items = items;
        this.words = words;
    }

    /** What is on it at a glance, then each request. */
    List<Block> agenda() {
        TableRows glance = new TableRows()
                .number(words.get("number"), 7)
                .column(words.get("reference"), 15)
                .column(words.get("meeting.point"), 50)
                .column(words.get("countries"), 28);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Brief brief = item.brief();
            glance.row(
                    String.valueOf(i + 1), text(item.reference()), title(item), brief == null ? "" : countries(brief));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, words.get("meeting.agenda")));
        blocks.addAll(glance.blocks());
        for (int i = 0; i < items.size(); i++) {
            Brief brief = items.get(i).brief();
            if (brief != null) {
                blocks.add(heading(i));
                blocks.addAll(state(brief));
            }
        }
        return blocks;
    }

    /** What was said and concluded. How a request stands by now is not in it: that goes on changing, and minutes do not. */
    List<Block> minutes() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Brief brief = item.brief();
            blocks.add(heading(i));
            if (brief != null) {
                blocks.addAll(
                        facts().row(Block.Style.LEVEL, words.get("authorities"), String.join("\n", brief.authorities()))
                                .row(Block.Style.LEVEL, words.get("countries"), countries(brief))
                                .blocks());
            } else if (item.topic() == null) {
                blocks.add(new Block.Nothing(words.get("meeting.hidden")));
                continue;
            }
            part(blocks, "meeting.said", item.said());
            part(blocks, "meeting.concluded", item.concluded());
            if (Texts.lines(item.said()).isEmpty()
                    && Texts.lines(item.concluded()).isEmpty()) {
                blocks.add(new Block.Nothing(words.get("meeting.nothingSaid")));
            }
        }
        return blocks;
    }

    private void part(List<Block> blocks, String title, @Nullable String text) {
        List<Block.Line> lines = Texts.lines(text);
        if (!lines.isEmpty()) {
            blocks.add(new Block.Heading(2, words.get(title)));
            blocks.add(new Block.Prose(lines));
        }
    }

    private Block.Heading heading(int i) {
        Item item = items.get(i);
        String reference = item.reference();
        return new Block.Heading(
                1,
                (i + 1) + ". " + (reference == null ? "" : reference + " ")
                        + title(item).lines().collect(Collectors.joining(" ")));
    }

    private String title(Item item) {
        Brief brief = item.brief();
        if (brief != null) {
            return brief.request().title();
        }
        String topic = item.topic();
        return topic == null ? words.get("meeting.hidden") : topic;
    }

    private List<Block> state(Brief brief) {
        TableRows rows = facts().row(
                        Block.Style.LEVEL, words.get("authorities"), String.join("\n", brief.authorities()))
                .row(Block.Style.LEVEL, words.get("countries"), countries(brief))
                .row(Block.Style.LEVEL, words.get("meeting.eligibility"), eligibility(brief.failed()))
                .row(Block.Style.LEVEL, words.get("meeting.opinions"), opinions(brief));
        if (brief.showsReview()) {
            rows.row(Block.Style.LEVEL, words.get("meeting.waiting"), waiting(brief.waiting()));
        }
        return rows.blocks();
    }

    private static TableRows facts() {
        return new TableRows().column("", 28).column("", 72);
    }

    private String countries(Brief brief) {
        return brief.request().countries().stream()
                .map(country -> words.label("countries", country))
                .collect(Collectors.joining(", "));
    }

    private String eligibility(List<Finding> failed) {
        return failed.isEmpty()
                ? words.get("meeting.eligible")
                : words.get(
                        "meeting.notEligible",
                        failed.stream()
                                .map(one -> words.get("rule." + one.rule()) + " (" + one.subject() + ")")
                                .distinct()
                                .collect(Collectors.joining("; ")));
    }

    private String opinions(Brief brief) {
        return brief.opinions().isEmpty()
                ? words.get(brief.showsReview() ? "meeting.noOpinions" : "meeting.hiddenOpinions")
                : brief.opinions().stream()
                        .map(one -> one.institution() + ": "
                                + words.label("opinions", one.verdict().name()))
                        .collect(Collectors.joining("\n"));
    }

    /** Those who are awaited until the same day in one line. */
    private String waiting(List<Waiting> waiting) {
        Map<Waiting, Set<String>> together = new LinkedHashMap<>();
        waiting.forEach(
                one -> together.computeIfAbsent(new Waiting(one.what(), List.of(), one.until()), _ -> new TreeSet<>())
                        .addAll(one.who()));
        return together.isEmpty()
                ? words.get("meeting.nothingWaits")
                : together.entrySet().stream()
                        .map(each -> waiting(each.getKey(), each.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private String waiting(Waiting one, Set<String> who) {
        LocalDate until = one.until();
        return words.get("waiting." + one.what())
                + (who.isEmpty() ? "" : " (" + String.join(", ", who) + ")")
                + (until == null ? "" : ", " + words.get("meeting.until", words.day(until)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
