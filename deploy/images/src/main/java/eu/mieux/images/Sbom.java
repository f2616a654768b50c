package eu.mieux.images;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import com.github.packageurl.PackageURLBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;

/**
 * What an image is made of, in the words of CycloneDX: every library of the program, every Debian package, the JDK among them. No
 * serial number and no time, so that the same image has the same bill.
 */
final class Sbom {

    /** Where an image has it. */
    static final String PATH = "/usr/share/sbom/mieux.cdx.json";

    private Sbom() {}

    static String of(String image, String version, Path application, List<DebianPackage> packages) throws IOException {
        Bom bom = new Bom();
        bom.setSerialNumber(null);
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null);
        Component subject = new Component();
        subject.setType(Component.Type.CONTAINER);
        subject.setName(image);
        subject.setVersion(version);
        metadata.setComponent(subject);
        bom.setMetadata(metadata);
        for (MavenCoordinates each : MavenCoordinates.of(application)) {
            bom.addComponent(library(each, each.jar(application)));
        }
        for (DebianPackage each : packages) {
            bom.addComponent(system(each));
        }
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (GeneratorException e) {
            throw new IOException(
                    "The bill of materials of %s cannot be written: %s".formatted(image, e.getMessage()), e);
        }
    }

    private static Component library(MavenCoordinates of, Path jar) throws IOException {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup(of.group());
        component.setName(of.artifact());
        component.setVersion(of.version());
        component.setPurl(purl(PackageURLBuilder.aPackageURL()
                .withType("maven")
                .withNamespace(of.group())
                .withName(of.artifact())
                .withVersion(of.version())));
        component.addHash(new Hash(Hash.Algorithm.SHA_256, sha256(jar)));
        return component;
    }

    private static Component system(DebianPackage of) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup("debian");
        component.setName(of.name());
        component.setVersion(of.version());
        component.setPurl(purl(PackageURLBuilder.aPackageURL()
                .withType("deb")
                .withNamespace("debian")
                .withName(of.name())
                .withVersion(of.version())
                .withQualifier("arch", of.architecture().title())
                .withQualifier("distro", DebianPackage.RELEASE)));
        component.addHash(new Hash(Hash.Algorithm.SHA_256, of.sha256()));
        return component;
    }

    private static PackageURL purl(PackageURLBuilder of) {
        try {
            return of.build();
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
