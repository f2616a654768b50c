package eu.mieux.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file or folder cannot be read or written, in words; the exceptions of Java often tell no more than its name. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The end of a sentence, without a full stop. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "it does not exist";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case NotDirectoryException _ -> "it is not a folder";
            case DirectoryNotEmptyException _ -> "it is not empty";
            case FileSystemException other when other.getReason() != null -> decapitalized(other.getReason());
            default ->
                failure.getMessage() == null ? "the system gives no reason" : decapitalized(failure.getMessage());
        };
    }

    /** As the system says it, "Read-only file system", within a sentence. */
    private static String decapitalized(String reason) {
        return reason.isEmpty() ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
