package eu.mieux.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The commit that an image is made from. */
record Revision(String commit, Instant committed) {

    /** Empty where the sources are not a checkout of Git. */
    static Optional<Revision> of(Path root) throws IOException, InterruptedException {
        if (Engine.onPath("git").isEmpty()) {
            return Optional.empty();
        }
        Process git = new ProcessBuilder("git", "-C", root.toString(), "log", "-1", "--format=%H %ct")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (git.waitFor() != 0) {
            return Optional.empty();
        }
        int space = said.indexOf(' ');
        Instant committed = Instant.ofEpochSecond(Long.parseLong(said.substring(space + 1)));
        return Optional.of(new Revision(said.substring(0, space), committed));
    }
}
