package eu.mieux.embedded;

/** Somebody else listens on a port that a server needs. */
public final class PortOccupied extends StartFailed {

    private final int port;

    public PortOccupied(int port, String wantedFor) {
        super("Port %d, needed for %s, is taken by another program.".formatted(port, wantedFor));
        this.port = port;
    }

    public int port() {
        return port;
    }
}
