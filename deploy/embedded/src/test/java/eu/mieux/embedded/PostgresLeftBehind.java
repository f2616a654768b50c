package eu.mieux.embedded;

import java.nio.file.Path;

/** Starts a server and is gone at once, as a launcher that is killed. */
final class PostgresLeftBehind {

    private PostgresLeftBehind() {}

    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        PostgresServer.start(new PostgresSettings(
                data, Integer.parseInt(arguments[1]), arguments[2], data.resolveSibling("postgres.log")));
        Runtime.getRuntime().halt(0);
    }

    static void by(PostgresSettings settings) throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresLeftBehind.class.getName(),
                        settings.dataDirectory().toString(),
                        Integer.toString(settings.port()),
                        settings.password())
                .inheritIO()
                .start();
        if (launcher.waitFor() != 0) {
            throw new IllegalStateException("the child did not start PostgreSQL");
        }
    }
}
