package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.eventlog.Versioned;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told by mail: by her own settings, or as a focal point whose authority has left her address. No event itself: its
 * changes are in the audit trail alone.
 */
@Entity
@Table(name = "mail_recipient")
class Recipient implements Versioned {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private @Nullable String subject;

    @Column
    private @Nullable String address;

    @Column
    private @Nullable String unconfirmed;

    @Column
    private String language;

    @Column(columnDefinition = "text[]")
    private List<String> daily;

    @Column(columnDefinition = "text[]")
    private List<String> never;

    @Column
    private @Nullable String rights;

    @Column
    private @Nullable Instant since;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Recipient() {}

    private Recipient(@Nullable String subject, @Nullable String address, String language, Instant at) {
        this.id = Time.newId();
        this.version = 1;
        this.subject = subject;
        this.address = address;
        this.language = language;
        this.daily = List.of();
        this.never = List.of();
        this.createdAt = at;
    }

    /** As long as she has set nothing: she is told nothing. */
    static Recipient unset(String subject, String language, Instant at) {
        return new Recipient(subject, null, language, at);
    }

    /** Told at once, without settings, at the address that her authority has left. */
    static Recipient focalPoint(String address, String language, Instant at) {
        return new Recipient(null, address, language, at);
    }

    /**
     * @param rights what she may read now
     * @return whether the address is one that she has yet to confirm
     */
    boolean change(SettingsCommand command, String rights) {
        language = command.language();
        daily = command.chosen(NotificationDelivery.DAILY_DIGEST);
        never = command.chosen(NotificationDelivery.NEVER);
        unconfirmed = command.address().equals(address) ? null : command.address();
        this.rights = rights;
        version++;
        return unconfirmed != null;
    }

    /** The link was followed; false when she wants another address by now, or none. */
    boolean confirm(String confirmed, Instant at) {
        if (!confirmed.equals(unconfirmed)) {
            return false;
        }
        address = confirmed;
        unconfirmed = null;
        since = since == null ? at : since;
        version++;
        return true;
    }

    /** No more of these kinds; false when that is so already. */
    boolean refuse(List<NotificationKind> kinds) {
        TreeSet<String> refused = new TreeSet<>(never);
        kinds.forEach(kind -> refused.add(kind.name()));
        if (refused.size() == never.size()) {
            return false;
        }
        never = List.copyOf(refused);
        List<String> left = new ArrayList<>(daily);
        left.removeAll(refused);
        daily = left;
        version++;
        return true;
    }

    NotificationDelivery delivery(NotificationKind kind) {
        if (never.contains(kind.name())) {
            return NotificationDelivery.NEVER;
        }
        return daily.contains(kind.name()) ? NotificationDelivery.DAILY_DIGEST : NotificationDelivery.AT_ONCE;
    }

    @Override
    public String aggregateType() {
        return "notification-settings";
    }

    UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Nullable
    String subject() {
        return subject;
    }

    @Nullable
    String address() {
        return address;
    }

    @Nullable
    String unconfirmed() {
        return unconfirmed;
    }

    String language() {
        return language;
    }

    @Nullable
    String rights() {
        return rights;
    }

    @Nullable
    Instant since() {
        return since;
    }
}
