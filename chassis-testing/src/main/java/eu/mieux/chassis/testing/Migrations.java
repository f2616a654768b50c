package eu.mieux.chassis.testing;

import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The migrations of the service under test, as they are written. */
final class Migrations {

    private static final String FOLDER = "db/migration";

    private Migrations() {}

    /** Whether one of them has the changes of an entity's rows kept for the audit trail. */
    static boolean audit(Class<?> entity) {
        Table named = entity.getAnnotation(Table.class);
        String table = named == null ? entity.getSimpleName().toLowerCase(Locale.ROOT) : named.name();
        Pattern trigger =
                Pattern.compile("create trigger audited after insert or update or delete on " + table + "\\s");
        return trigger.matcher(text()).find();
    }

    private static String text() {
        URL folder = Migrations.class.getClassLoader().getResource(FOLDER);
        if (folder == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(folder + " is no folder", e);
        }
        return text.toString();
    }
}
