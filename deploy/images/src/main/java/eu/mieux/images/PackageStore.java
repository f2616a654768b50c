package eu.mieux.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Debian packages on this machine: fetched once from a mirror, and taken only with the digest that they are pinned by. */
final class PackageStore {

    /**
     * The archive, which keeps a version until there is a newer one, and the snapshots of it, which keep every version. What
     * comes is checked by its digest, so it does not matter whose mirror it is.
     */
    static final List<String> MIRRORS =
            List.of("http://deb.debian.org/debian/", "https://snapshot.debian.org/archive/debian/20261101T000000Z/");

    private final Path folder;
    private final List<String> mirrors;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    PackageStore(Path folder, List<String> mirrors) {
        this.folder = folder;
        this.mirrors = List.copyOf(mirrors);
    }

    /** Unpacks the files of a package. */
    Path unpacked(DebianPackage wanted) throws IOException, InterruptedException {
        Path target = folder.resolve(wanted.sha256());
        if (!Files.exists(target)) {
            Path packed = file(wanted);
            Path unfinished = Files.createTempDirectory(folder, "unpacking");
            unpack(packed, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private Path file(DebianPackage wanted) throws IOException, InterruptedException {
        Path file = folder.resolve(wanted.sha256() + ".deb");
        if (Files.exists(file)) {
            return file;
        }
        List<String> refusals = new ArrayList<>();
        for (String mirror : mirrors) {
            Path unfinished = Files.createTempFile(folder, "fetching", ".deb");
            try {
                String found = fetch(URI.create(mirror + wanted.path()), unfinished);
                if (found.equals(wanted.sha256())) {
                    return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                }
                refusals.add("%s has another content: SHA-256 %s".formatted(mirror, found));
            } catch (IOException e) {
                refusals.add("%s: %s".formatted(mirror, e));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        throw new IOException(
                "%s %s (SHA-256 %s) is not to be had. %s. Look for newer versions with ./mieux images --refresh-packages."
                        .formatted(wanted.name(), wanted.version(), wanted.sha256(), String.join("; ", refusals)));
    }

    private String fetch(URI address, Path target) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        MessageDigest digest = sha256();
        try (InputStream body = new DigestInputStream(response.body(), digest)) {
            if (response.statusCode() != 200) {
                throw new IOException("%s answers %d".formatted(address, response.statusCode()));
            }
            Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unpack(Path deb, Path target) throws IOException {
        try (ArArchiveInputStream parts =
                new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)))) {
            for (ArArchiveEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().toLowerCase(Locale.ROOT).startsWith("data.tar.xz")) {
                    unpack(new TarArchiveInputStream(new XZCompressorInputStream(parts)), target);
                    return;
                }
            }
        }
        throw new IOException(deb + " has no data.tar.xz");
    }

    private static void unpack(TarArchiveInputStream files, Path target) throws IOException {
        for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("A package has a file outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                Files.createDirectories(path.getParent());
                Files.copy(files, path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
