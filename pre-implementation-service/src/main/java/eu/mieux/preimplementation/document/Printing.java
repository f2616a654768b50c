package eu.mieux.preimplementation.document;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes documents, one or a few at once: the largest fiche takes a processor for seconds and 100 MB, and whoever asks for many
 * of them keeps neither the others waiting nor the memory full. A usual one takes a third of a second.
 */
@ApplicationScoped
class Printing {

    private static final int PATIENCE_SECONDS = 10;

    private final PdfWriter pdf;
    private final WordWriter word;
    private final Semaphore places;

    Printing(
            PdfWriter pdf,
            WordWriter word,
            @ConfigProperty(name = "mieux.documents.at-once", defaultValue = "1") int places) {
        this.pdf = pdf;
        this.word = word;
        this.places = new Semaphore(places, true);
    }

    byte[] print(Paper document, DocumentFormat format) {
        if (!hasPlace()) {
            throw new TooManyDocuments();
        }
        try {
            return switch (format) {
                case PDF -> pdf.write(document);
                case DOCX -> word.write(document);
            };
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // The service is being stopped.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static final class TooManyDocuments extends Refusal {
        TooManyDocuments() {
            super(Kind.UNAVAILABLE, "Many documents are being written at the moment; try again soon.");
        }
    }
}
