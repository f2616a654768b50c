package eu.mieux.local.portfolio;

import eu.mieux.local.Console;
import eu.mieux.local.Console.Progress;
import eu.mieux.local.FileTrouble;
import eu.mieux.local.Refusal;
import eu.mieux.local.identity.Issuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Writes everything that a suite holds into a folder, as a portfolio. */
public final class FolderExport {

    private final Path folder;
    private final Gateway gateway;
    private final Console console;

    public FolderExport(Path folder, int port, Issuer issuer, Console console) {
        this.folder = folder;
        this.gateway = new Gateway(port, issuer);
        this.console = console;
    }

    /** @param force whether files that are there may be overwritten */
    public void run(boolean force) throws IOException, InterruptedException {
        createFolder();
        if (!force && !isEmpty()) {
            throw new Refusal("The folder %s is not empty. Choose another, or overwrite its files with --force."
                    .formatted(folder));
        }
        int files = PortfolioFile.values().length;
        int written = 0;
        try (Progress progress = console.progress("Exporting", files)) {
            for (PortfolioFile file : PortfolioFile.values()) {
                progress.to(written, files, file.fileName());
                write(file);
                written++;
            }
        }
    }

    private void createFolder() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal("%s is a file. Name a new or empty folder.".formatted(folder));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal(
                    "The folder %s cannot be created: %s. Name one in a place where you may write."
                            .formatted(folder, FileTrouble.reason(e)),
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new Refusal("The folder %s cannot be written. Name one where you may write.".formatted(folder));
        }
    }

    private void write(PortfolioFile file) throws IOException, InterruptedException {
        Path unfinished = folder.resolve("." + file.fileName() + ".part");
        try {
            gateway.download(file, unfinished);
            if (file == PortfolioFile.EXPECTED_FIGURES && onlyHeader(unfinished)) {
                return;
            }
            Files.move(unfinished, folder.resolve(file.fileName()), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static boolean onlyHeader(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(2).count() < 2;
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
