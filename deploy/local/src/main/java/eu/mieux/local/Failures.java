package eu.mieux.local;

import eu.mieux.embedded.PortOccupied;
import eu.mieux.embedded.StartFailed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns whatever went wrong into a sentence; a stack trace is no answer. */
public final class Failures {

    private Failures() {}

    public static String sentence(Throwable failure) {
        if (diskFull(failure)) {
            return "The disk is full. Make room, then give the same command again; what was complete is kept.";
        }
        return switch (failure) {
            case Refusal refusal -> text(refusal);
            case PortOccupied occupied -> text(occupied) + " Stop it, or choose another block of ports with --port.";
            case StartFailed failed -> text(failed);
            case UncheckedIOException wrapped when wrapped.getCause() != null -> sentence(wrapped.getCause());
            case ConnectException _ ->
                "The suite does not answer. See ./mieux status; ./mieux up starts what is not running.";
            case HttpTimeoutException _ ->
                "The suite does not answer in time. See ./mieux status and ./mieux logs gateway.";
            case InterruptedException _, ClosedByInterruptException _ -> "Broken off.";
            case FileSystemException file ->
                "%s cannot be read or written: %s. Mend that, or name another place."
                        .formatted(file.getFile(), FileTrouble.reason(file));
            case FileNotFoundException file ->
                "A file cannot be read or written: %s. Mend that, or name another place.".formatted(text(file));
            case IOException other -> "That went wrong: %s.".formatted(text(other));
            default ->
                "Something unforeseen happened (%s: %s). MIEUX_TRACE=1 in the environment shows where; please report it."
                        .formatted(failure.getClass().getSimpleName(), text(failure));
        };
    }

    private static boolean diskFull(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = text(cause).toLowerCase(Locale.ROOT);
            if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
