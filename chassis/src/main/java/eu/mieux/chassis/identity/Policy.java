package eu.mieux.chassis.identity;

/**
 * Which records of one kind are whose: the rows that a role opens to a caller who has it. Every question is answered from
 * this one rule ({@link Caller#reach}): what she may list, whether a record is in her sight (or else absent), and whether
 * what she asks for is hers to do with it.
 *
 * <p>Which roles may do what is said by {@code @RolesAllowed} of the operation. Only these roles count for it: who is a
 * project officer in one region and sees the requests of all others as a member of the steering group is not in charge
 * there.
 */
@FunctionalInterface
public interface Policy {

    /** The rows that this role opens to the caller; {@link Sight#nothing} for a role that opens none. */
    Sight opens(String role);

    /** The rows that are open to everybody, whatever the role and without any. */
    default Sight opensToAll() {
        return Sight.nothing();
    }
}
