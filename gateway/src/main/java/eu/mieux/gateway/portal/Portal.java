package eu.mieux.gateway.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All pages, by their path; every one in the same frame, which says where it is. */
final class Portal {

    private static final String GUIDES = "/docs/guides";
    private static final String REFERENCE = "/docs/reference";
    private static final String EVENTS = "/docs/events";

    private final Templates templates;
    private final String version;
    private final String quickStart;
    private final List<Guide> guides;
    private final Map<String, List<Chapter>> services;
    private final List<EventKind> events;
    private final Markdown.Rendered changelog;
    private final Map<String, String> pages = new LinkedHashMap<>();

    /** A link. */
    record Entry(String title, String address) {}

    /** Neighbours of a page, under a heading. */
    record Group(String title, List<Entry> entries) {}

    /**
     * Where a page is, for its frame.
     *
     * @param section the page that stands for its part of the portal
     * @param neighbours the other pages of that part
     * @param contents its own sections
     */
    record Place(
            String path,
            String title,
            String lead,
            Entry section,
            List<Group> neighbours,
            List<Markdown.Section> contents) {}

    Portal(
            Templates templates,
            String version,
            String quickStart,
            List<Guide> guides,
            Map<String, List<Chapter>> services,
            List<EventKind> events,
            Markdown.Rendered changelog) {
        this.templates = templates;
        this.version = version;
        this.quickStart = quickStart;
        this.guides = guides;
        this.services = services;
        this.events = events;
        this.changelog = changelog;
    }

    Map<String, String> pages() {
        start();
        guides();
        reference();
        events();
        add(
                "guide",
                new Place(
                        "/docs/changelog",
                        changelog.title(),
                        changelog.lead(),
                        new Entry("Changelog", "/docs/changelog"),
                        List.of(),
                        changelog.sections()),
                Map.of("text", changelog));
        nowhere();
        return pages;
    }

    /** For whoever follows a link that leads nowhere. */
    private void nowhere() {
        Entry self = new Entry("Not found", "/docs/404");
        add(
                "nowhere",
                new Place(
                        self.address(),
                        self.title(),
                        "There is no page at this address. It may have moved, or never have been.",
                        self,
                        List.of(),
                        List.of()),
                Map.of());
    }

    private void start() {
        add(
                "start",
                new Place(
                        "/docs",
                        "Documentation",
                        "One API for the whole life of a request for expertise: from the letter to what is published of it.",
                        new Entry("Documentation", "/docs"),
                        List.of(),
                        List.of()),
                Map.of("quickStart", quickStart, "guides", guides, "services", services, "events", events));
    }

    private void guides() {
        Entry section = new Entry("Guides", GUIDES);
        List<Entry> entries = guides.stream()
                .map(guide -> new Entry(guide.text().title(), guide.address()))
                .toList();
        List<Group> neighbours = List.of(new Group("Guides", entries));
        add(
                "guides",
                new Place(
                        GUIDES,
                        "Guides",
                        "Short, and true: the build runs their commands against the suite, and compares the answers that they show.",
                        section,
                        neighbours,
                        List.of()),
                Map.of("guides", guides));
        for (int i = 0; i < guides.size(); i++) {
            Markdown.Rendered text = guides.get(i).text();
            Map<String, Object> data = new HashMap<>(Map.of("text", text));
            if (i > 0) {
                data.put("before", entries.get(i - 1));
            }
            if (i + 1 < entries.size()) {
                data.put("after", entries.get(i + 1));
            }
            add(
                    "guide",
                    new Place(guides.get(i).address(), text.title(), text.lead(), section, neighbours, text.sections()),
                    data);
        }
    }

    private void reference() {
        Entry section = new Entry("API reference", REFERENCE);
        List<Group> neighbours = new ArrayList<>();
        services.forEach((service, chapters) -> neighbours.add(new Group(
                service,
                chapters.stream()
                        .map(chapter -> new Entry(chapter.title(), chapter.address()))
                        .toList())));
        add(
                "reference",
                new Place(
                        REFERENCE,
                        "API reference",
                        "Everything that the API can do, to read and to try. Each example is what a test was really answered.",
                        section,
                        neighbours,
                        List.of()),
                Map.of("services", services));
        services.values().stream().flatMap(List::stream).forEach(chapter -> {
            List<Markdown.Section> contents = chapter.operations().stream()
                    .map(operation -> new Markdown.Section(operation.id(), operation.summary()))
                    .toList();
            add(
                    "chapter",
                    new Place(chapter.address(), chapter.title(), chapter.summary(), section, neighbours, contents),
                    Map.of("chapter", chapter));
        });
    }

    private void events() {
        Entry section = new Entry("Events", EVENTS);
        List<Group> neighbours = List.of(new Group(
                "Events about",
                events.stream()
                        .map(kind -> new Entry(kind.title(), Addresses.event(kind.name())))
                        .toList()));
        add(
                "events",
                new Place(
                        EVENTS,
                        "Event catalogue",
                        "Whatever changes in a record is told on Kafka, as a CloudEvent with the record's whole public state.",
                        section,
                        neighbours,
                        List.of()),
                Map.of("events", events));
        for (EventKind kind : events) {
            add(
                    "event",
                    new Place(
                            Addresses.event(kind.name()), kind.title(), kind.summary(), section, neighbours, List.of()),
                    Map.of("kind", kind));
        }
    }

    private void add(String template, Place here, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.putIfAbsent("before", false);
        all.putIfAbsent("after", false);
        all.put("here", here);
        all.put("version", version);
        pages.put(here.path(), templates.render(template, all));
    }
}
