package eu.mieux.images;

import eu.mieux.local.Refusal;
import java.util.Arrays;

/** What an image runs on. */
enum Architecture {
    AMD64("amd64", "x86_64-linux-gnu", "lib64/ld-linux-x86-64.so.2", "qemu-x86_64-static"),
    ARM64("arm64", "aarch64-linux-gnu", "lib/ld-linux-aarch64.so.1", "qemu-aarch64-static");

    private final String title;
    private final String triplet;
    private final String loader;
    private final String emulator;

    Architecture(String title, String triplet, String loader, String emulator) {
        this.title = title;
        this.triplet = triplet;
        this.loader = loader;
        this.emulator = emulator;
    }

    static Architecture titled(String title) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "There is no architecture called \"%s\". There are: amd64, arm64.".formatted(title)));
    }

    static Architecture ofThisMachine() {
        return System.getProperty("os.arch").equals("aarch64") ? ARM64 : AMD64;
    }

    /** As OCI and Debian name it. */
    String title() {
        return title;
    }

    /** Where Debian keeps its libraries, below {@code lib} or {@code usr/lib}. */
    String triplet() {
        return triplet;
    }

    /** Where every program expects the dynamic loader. */
    String loader() {
        return loader;
    }

    /** QEMU's emulator of it, by which it runs on another. */
    String emulator() {
        return emulator;
    }
}
