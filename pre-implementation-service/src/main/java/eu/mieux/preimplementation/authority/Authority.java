package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.authority.AuthorityEvent.AuthorityAliasesChanged;
import eu.mieux.preimplementation.authority.AuthorityEvent.AuthorityAmended;
import eu.mieux.preimplementation.authority.AuthorityEvent.AuthorityContactsChanged;
import eu.mieux.preimplementation.authority.AuthorityEvent.AuthorityExtended;
import eu.mieux.preimplementation.authority.AuthorityEvent.AuthorityMerged;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** An institution that can ask for support. */
@Entity
class Authority implements Aggregate {

    /** Of names and of focal points; more is no help to anybody. */
    static final int MOST = 100;

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column
    private String name;

    @Enumerated(EnumType.STRING)
    private AuthorityType type;

    @Column
    private @Nullable String country;

    @Column(name = "regional_organisation")
    private @Nullable String regionalOrganisation;

    @Column
    private @Nullable String provenance;

    @Column(name = "merged_into")
    private @Nullable String mergedInto;

    @Column(name = "merge_reason")
    private @Nullable String mergeReason;

    @ElementCollection
    @CollectionTable(name = "authority_alias", joinColumns = @JoinColumn(name = "authority_id"))
    @MapKeyColumn(name = "id")
    @BatchSize(size = 200)
    private Map<UUID, Alias> aliases = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "authority_contact", joinColumns = @JoinColumn(name = "authority_id"))
    @MapKeyColumn(name = "id")
    private Map<UUID, Contact> contacts = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "authority_distinction", joinColumns = @JoinColumn(name = "authority_id"))
    @MapKeyColumn(name = "other_id")
    private Map<UUID, Distinction> distinctions = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Authority() {}

    @SuppressWarnings("NullAway.Init") // take() fills it.
    private Authority(String key) {
        this.id = Time.newId();
        this.key = key;
    }

    /** What is known of an authority besides its key. */
    record Facts(
            String name,
            AuthorityType type,
            @Nullable String country,
            @Nullable String regionalOrganisation,
            @Nullable String provenance) {}

    static Authority registered(String key, Facts facts) {
        Authority authority = new Authority(key);
        authority.take(facts);
        return authority;
    }

    /** Brings it to these facts; empty when that changes nothing. */
    Optional<AuthorityEvent> amend(Facts facts) {
        if (facts().equals(facts)) {
            return Optional.empty();
        }
        requireUnmerged();
        take(facts);
        return Optional.of(new AuthorityAmended());
    }

    /** Somebody says that it is another than these; kept with the change that it is said of. */
    void isNot(Collection<UUID> others, Distinction confirmed) {
        others.stream().filter(other -> !other.equals(id)).forEach(other -> distinctions.putIfAbsent(other, confirmed));
    }

    AuthorityAliasesChanged call(UUID alias, Alias called) {
        requireUnmerged();
        requireRoom(aliases.containsKey(alias) ? 0 : 1, 0);
        aliases.put(alias, called);
        version++;
        return new AuthorityAliasesChanged();
    }

    AuthorityAliasesChanged callNoLonger(UUID alias) {
        requireUnmerged();
        aliases.remove(alias);
        version++;
        return new AuthorityAliasesChanged();
    }

    AuthorityContactsChanged reachAt(UUID contact, Contact whom) {
        requireUnmerged();
        requireRoom(0, contacts.containsKey(contact) ? 0 : 1);
        contacts.put(contact, whom);
        version++;
        return new AuthorityContactsChanged();
    }

    AuthorityContactsChanged reachNoLongerAt(UUID contact) {
        requireUnmerged();
        contacts.remove(contact);
        version++;
        return new AuthorityContactsChanged();
    }

    /**
     * Takes over the names and focal points of one that turned out to be the same, and whom it was told apart from.
     *
     * @param toldApart those that were told apart from it, not it from them
     */
    AuthorityExtended take(Authority other, Map<UUID, Distinction> toldApart) {
        requireUnmerged();
        List<Alias> names = Stream.concat(Stream.of(new Alias(other.name, null)), other.aliases().values().stream())
                .filter(alias -> !isCalled(alias.name()))
                .distinct()
                .toList();
        Map<UUID, Contact> people = contactsWith(other.contacts);
        requireRoom(names.size(), people.size() - contacts.size());
        names.forEach(alias -> aliases.put(Time.newId(), alias));
        contacts.putAll(people);
        Stream.of(other.distinctions, toldApart)
                .flatMap(pairs -> pairs.entrySet().stream())
                .filter(pair -> !pair.getKey().equals(id))
                .forEach(pair -> distinctions.putIfAbsent(pair.getKey(), pair.getValue()));
        version++;
        return new AuthorityExtended();
    }

    /** From now on it is another name of the survivor. Its own facts stay as they were. */
    AuthorityMerged mergeInto(Authority survivor, String why) {
        mergedInto = survivor.key;
        mergeReason = why;
        aliases.clear();
        contacts.clear();
        version++;
        return new AuthorityMerged();
    }

    /** What it is another name of has turned out to be another name itself. */
    AuthorityMerged followTo(Authority survivor) {
        mergedInto = survivor.key;
        version++;
        return new AuthorityMerged();
    }

    private boolean isCalled(String alias) {
        return Stream.concat(Stream.of(name), aliases.values().stream().map(Alias::name))
                .anyMatch(alias::equalsIgnoreCase);
    }

    /** Its focal points and these: whoever is among both is completed, whoever is not exactly known is added. */
    private Map<UUID, Contact> contactsWith(Map<UUID, Contact> others) {
        Map<UUID, Contact> all = new HashMap<>(contacts);
        others.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(contact -> !all.containsValue(contact))
                .forEach(contact -> all.entrySet().stream()
                        .filter(known -> known.getValue().completedBy(contact).isPresent())
                        .min(Map.Entry.comparingByKey())
                        .ifPresentOrElse(
                                known -> known.getValue().completedBy(contact).ifPresent(known::setValue),
                                () -> all.put(Time.newId(), contact)));
        return all;
    }

    private void requireUnmerged() {
        if (mergedInto != null) {
            throw new AuthorityRefusals.AuthorityMerged(key, mergedInto);
        }
    }

    private void requireRoom(int moreNames, int morePeople) {
        if ((moreNames > 0 && aliases.size() + moreNames > MOST)
                || (morePeople > 0 && contacts.size() + morePeople > MOST)) {
            throw new AuthorityRefusals.AuthorityFull(key, MOST);
        }
    }

    private void take(Facts facts) {
        name = facts.name();
        type = facts.type();
        country = facts.country();
        regionalOrganisation = facts.regionalOrganisation();
        provenance = facts.provenance();
        version++;
    }

    Facts facts() {
        return new Facts(name, type, country, regionalOrganisation, provenance);
    }

    @Override
    public String aggregateType() {
        return "authority";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String key() {
        return key;
    }

    /** Key of the one that it is another name of. */
    Optional<String> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    Map<UUID, Alias> aliases() {
        return Map.copyOf(aliases);
    }

    /** Data of persons: ask {@link AuthorityPolicy} who may see them. */
    Map<UUID, Contact> contacts() {
        return Map.copyOf(contacts);
    }

    @Override
    public AuthorityState publicState() {
        List<Alias> inOrder = aliases.values().stream()
                .sorted(Comparator.comparing(Alias::name))
                .toList();
        return new AuthorityState(id, key, name, type, country, regionalOrganisation, inOrder, mergedInto, provenance);
    }

    /** What other services may know of an authority. */
    record AuthorityState(
            UUID id,
            String key,
            String name,
            AuthorityType type,
            @Nullable String country,
            @Nullable String regionalOrganisation,
            List<Alias> aliases,
            @Nullable String mergedInto,
            @Nullable String provenance) {}
}
