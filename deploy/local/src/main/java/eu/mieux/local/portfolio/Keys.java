package eu.mieux.local.portfolio;

import java.util.Arrays;
import java.util.List;

/**
 * A set of natural keys, each kept as a hash of 64 bits: about 16 bytes a key, whatever its length. Among a million keys
 * the chance that any two collide is one in thirty million.
 */
final class Keys {

    private static final double LOAD = 0.6;

    private long[] slots = new long[1024];
    private int size;

    void add(List<String> key) {
        if (size >= slots.length * LOAD) {
            grow();
        }
        if (put(slots, hash(key))) {
            size++;
        }
    }

    boolean contains(List<String> key) {
        long hash = hash(key);
        for (int slot = slot(slots, hash); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            if (slots[slot] == hash) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int slot = slot(slots, hash);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = hash;
        return true;
    }

    private static int slot(long[] slots, long hash) {
        return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
    }

    /** FNV-1a over the parts, each ended by a character that no cell holds, then stirred; never 0, which marks a free slot. */
    private static long hash(List<String> key) {
        long hash = 0xcbf29ce484222325L;
        for (String part : key) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
