package eu.mieux.local.suite;

import eu.mieux.embedded.Ports;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code ./mieux status}.
 *
 * @param part name
 * @param port on 127.0.0.1
 * @param state READY, NOT_READY (it runs but cannot serve) or STOPPED
 * @param pid process, null when stopped
 * @param memoryBytes memory that it takes, its children included; null where the system does not tell
 */
public record PartStatus(
        String part,
        int port,
        State state,
        @Nullable Long pid,
        @Nullable Long memoryBytes) {

    public enum State {
        READY,
        NOT_READY,
        STOPPED
    }

    static PartStatus of(Part part, SuiteState state, RunningParts running, Readiness readiness)
            throws InterruptedException {
        Optional<ProcessHandle> process = running.find(part);
        State found = process.isEmpty() ? State.STOPPED : serving(part, state, readiness);
        return new PartStatus(
                part.title(),
                part.port(state.port()),
                found,
                process.map(ProcessHandle::pid).orElse(null),
                process.flatMap(Memory::of).orElse(null));
    }

    static State serving(Part part, SuiteState state, Readiness readiness) throws InterruptedException {
        boolean ready = switch (part) {
            case POSTGRES, KAFKA -> Ports.occupied(part.port(state.port()));
            case GATEWAY, PRE_IMPLEMENTATION, IMPLEMENTATION, EXPERT, MONITORING, KNOWLEDGE, IDENTITY ->
                readiness.ready(part.port(state.port()), part.readyPath(state.provider()));
        };
        return ready ? State.READY : State.NOT_READY;
    }
}
